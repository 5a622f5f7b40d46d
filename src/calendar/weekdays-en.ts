/** English weekday names with their number, 1 for Monday. */
export const weekdayNumbers: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'wed'],
    ['thursday', 'thurs', 'thur', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Any weekday, longer names first. */
export const weekdayPattern = `(?:${[...weekdayNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})`;
