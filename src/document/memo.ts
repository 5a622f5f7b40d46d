/**
 * Remembers what was computed for an object and a key, as long as the object lives. For queries that several
 * rules ask of one document.
 */
export function memoize<Subject extends object, Key, Result>(
  compute: (subject: Subject, key: Key) => Result,
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
    const result = compute(subject, key);
    results.set(name, result);
    return result;
  };
}

/** More than the addresses or the different words of nearly any post. */
const mostTexts = 4096;

/**
 * Remembers what was computed for the texts that were asked about last. For questions that many rules ask about the same
 * short texts, such as the addresses of a post.
 */
export function memoizeText<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (known.has(text)) return known.get(text) as Result;
    const result = compute(text);
    if (known.size >= mostTexts) known.clear();
    known.set(text, result);
    return result;
  };
}
