/**
 * Remembers what was computed for an object and a key, as long as the object lives. For queries that several
 * rules ask of one document.
 */
export function memoize<Subject extends object, Key, Result>(
  compute: (subject: Subject, key: Key) => Result,
): (subject: Subject, key: Key) => Result {
  const known = new WeakMap<Subject, Map<string, Result>>();
  return (subject, key) => {
    const results = known.get(subject) ?? new Map<string, Result>();
    known.set(subject, results);
    const name = JSON.stringify(key);
    const result = results.has(name) ? (results.get(name) as Result) : compute(subject, key);
    results.set(name, result);
    return result;
  };
}
