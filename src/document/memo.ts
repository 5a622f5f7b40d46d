import { watchOf } from './stopwatch.ts';

/**
 * Remembers what was computed for an object and a key, as long as the object lives. For queries that several
 * rules ask of one document.
 *
 * @param part what its cost counts for where a document's is measured: the one that asks first must not bear it alone
 */
export function memoize<Subject extends object, Key, Result>(
  compute: (subject: Subject, key: Key) => Result,
  part?: string,
): (subject: Subject, key: Key) => Result {
  const known = new WeakMap<Subject, Map<unknown, Result>>();
  return (subject, key) => {
    let results = known.get(subject);
    if (results === undefined) {
      results = new Map();
      known.set(subject, results);
    }
    const name = typeof key === 'object' && key !== null ? JSON.stringify(key) : key;
    if (results.has(name)) return results.get(name) as Result;
    const watch = part === undefined ? undefined : watchOf(subject);
    const result = watch ? watch(part!, () => compute(subject, key)) : compute(subject, key);
    results.set(name, result);
    return result;
  };
}

/** UTF-16 units of text that are remembered at least: the blocks or the addresses of the longest post that is parsed. */
const mostUnits = 1_500_000;
/** What remembering a text takes beside its characters, in units. */
const entryUnits = 32;

/**
 * Remembers what was computed for the texts that were asked about last. For questions about a text alone: rules ask
 * them one after another, posts of a series share many of their texts, and an editor shows a post again with one of its
 * texts changed.
 *
 * @param compute must depend on nothing but the text; its result is shared, so nobody may change it
 */
export function memoizeText<Result>(compute: (text: string) => Result): (text: string) => Result {
  let recent = new Map<string, Result>();
  let older = new Map<string, Result>();
  let units = 0;
  return (text) => {
    let result = recent.get(text);
    if (result !== undefined || recent.has(text)) return result as Result;
    const isKnown = older.has(text);
    const own = ownCopy(text);
    result = isKnown ? (older.get(text) as Result) : compute(own);
    units += text.length + entryUnits;
    if (units > mostUnits) {
      // Texts that are still asked about come back from the older half, one by one; the others are forgotten with it.
      older = recent;
      recent = new Map();
      units = text.length + entryUnits;
    }
    recent.set(own, result);
    return result;
  };
}

/** A text that shares no memory: what is cut out of a post would keep all of that post. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
