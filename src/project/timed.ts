import type { Parse } from '../document/document.ts';
import type { Stopwatch } from '../document/stopwatch.ts';
import { isSeriesRule, type Rule } from '../engine/rule.ts';
import type { Session } from './session.ts';

/** What stands before the id of a rule where time is told. */
export const rulePrefix = 'rule ';

/** A parser that does the same, and is measured. */
export function timedParse(parse: Parse, watch: Stopwatch): Parse {
  const timed = (markdown: string) => watch('parser', () => parse(markdown));
  return Object.assign(timed, parse);
}

/** A session that places posts in the same way, under rules that are measured, each by itself. */
export function timedSession(session: Session, watch: Stopwatch): Session {
  const timedRule = remembering((rule: Rule) => timed(rule, watch));
  // Posts that share their settings go on sharing them.
  const timedPost = remembering(
    (resolved: Awaited<ReturnType<Session['place']>>['resolved']): typeof resolved => {
      const rules = resolved.settings.rules.map((active) => ({ ...active, rule: timedRule(active.rule) }));
      return { ...resolved, settings: { ...resolved.settings, rules } };
    },
  );
  return {
    ...session,
    async place(file, base) {
      const placed = await session.place(file, base);
      return { ...placed, resolved: timedPost(placed.resolved) };
    },
  };
}

function remembering<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function timed(rule: Rule, watch: Stopwatch): Rule {
  const name = `${rulePrefix}${rule.id}`;
  if (isSeriesRule(rule)) {
    const { checkSeries } = rule;
    return { ...rule, checkSeries: (...given) => each(name, watch, () => checkSeries.apply(rule, given)) };
  }
  const { check } = rule;
  return { ...rule, check: (...given) => each(name, watch, () => check.apply(rule, given)) };
}

/** The same problems, one by one; what stands between them is measured. */
function* each<T>(name: string, watch: Stopwatch, begin: () => Iterable<T>): Generator<T> {
  const problems = watch(name, () => begin()[Symbol.iterator]());
  for (;;) {
    const next = watch(name, () => problems.next());
    if (next.done) return;
    yield next.value;
  }
}
