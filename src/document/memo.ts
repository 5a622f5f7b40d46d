import { watchOf } from './stopwatch.ts';

/** Results of one function by their keys, of each function that was asked. */
type Memory = Map<unknown, Map<unknown, unknown>>;

/** Where an object keeps what is remembered of it. */
export const memory: unique symbol = Symbol('memory');

/**
 * An object that keeps what is remembered of it. When V8 clears up young objects, it takes the values of a weak map that is
 * old for used, whether or not their keys are: documents would stay until all of the heap is cleared up.
 */
export interface Remembering {
  readonly [memory]: Memory;
}

/** What is remembered of all other objects. */
const memories = new WeakMap<object, Memory>();

function memoryOf(subject: object): Memory {
  const own = (subject as Partial<Remembering>)[memory];
  if (own !== undefined) return own;
  let known = memories.get(subject);
  if (known === undefined) {
    known = new Map();
    memories.set(subject, known);
  }
  return known;
}

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
  return (subject, key) => {
    const known = memoryOf(subject);
    let results = known.get(compute) as Map<unknown, Result> | undefined;
    if (results === undefined) {
      results = new Map();
      known.set(compute, results);
    }
    const name = typeof key === 'object' && key !== null ? JSON.stringify(key) : key;
    if (results.has(name)) return results.get(name) as Result;
    const watch = part === undefined ? undefined : watchOf(subject);
    const result = watch ? watch(part!, () => compute(subject, key)) : compute(subject, key);
    results.set(name, result);
    return result;
  };
}

/** UTF-16 units of text that are remembered at least. */
const units = {
  /** In a run over many posts: the rules ask about the texts of one post, and then no more. */
  run: 250_000,
  /** In an editor: the blocks or the addresses of the longest post that is parsed. */
  editor: 1_500_000,
};
/** What remembering a text takes beside its characters, in units. */
const entryUnits = 32;

let inEditor = false;

/** Remembers the texts of the longest posts from now on: an editor shows a post again with one of its texts changed. */
export function rememberForEditor(): void {
  inEditor = true;
}

/**
 * Remembers what was computed for the texts that were asked about last. For questions about a text alone: rules ask
 * them one after another, posts of a series share some of their texts, and an editor asks about nearly all of them again.
 *
 * @param compute must depend on nothing but the text; its result is shared, so nobody may change it
 */
export function memoizeText<Result>(compute: (text: string) => Result): (text: string) => Result {
  let recent = new Map<string, Result>();
  let older = new Map<string, Result>();
  let held = 0;
  return (text) => {
    let result = recent.get(text);
    if (result !== undefined || recent.has(text)) return result as Result;
    const kept = inEditor ? ownCopy(text) : text;
    result = older.get(text);
    if (result === undefined && !older.has(text)) result = compute(kept);
    held += text.length + entryUnits;
    if (held > (inEditor ? units.editor : units.run)) {
      // Texts that are still asked about come back from the older half, one by one; the others are forgotten with it.
      older = recent;
      recent = new Map();
      held = text.length + entryUnits;
    }
    recent.set(kept, result as Result);
    return result as Result;
  };
}

/**
 * A text that shares no memory. What is cut out of a post keeps all of that post, and an editor makes thousands of
 * versions with one new text each; the posts of a run are about as long as the texts that are kept of them.
 */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
