/** A text made of one thing over and over, which a regular expression takes more than linear time for. */
export interface Flood {
  readonly start: string;
  readonly again: string;
  /** Seconds that twice the text takes, over those that the text takes. */
  readonly ratio: number;
}

/** Characters. What takes cubic time shows in the shortest, before a longer one would take minutes. */
const lengths = [250, 1_000, 4_000];
/** Seconds; a hundred times what a linear search of such a text takes, and less than a quadratic one of the longest does. */
const suspicious = 0.004;
/** Seconds; nothing takes so long for 8,000 characters, whatever it is bounded by. */
const slow = 0.4;
/** What keeps a text from matching to its end, wherever the expression is not content with anything. */
const endings = ['\u0001', 'a!'];

/**
 * What takes more than linear time among texts made of the signs and words of the expression itself: one sign or two,
 * over and over, behind nothing or behind each of its words, and something that fits nowhere at the end.
 */
export function floodOf(pattern: RegExp, examples: readonly string[] = []): Flood | null {
  const everywhere = new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join(''));
  const repeated = [...repetitionsOf(pattern.source), ...examples];
  for (const start of ['', ...wordsOf(pattern.source)]) {
    // Behind words one sign alone: there are many words.
    for (const again of start === '' ? repeated : repeated.filter((one) => one.length === 1)) {
      const length = lengths.find((size) => secondsOf(everywhere, start, again, size) > suspicious);
      if (length === undefined) continue;
      const [once, twice] = [length, 2 * length].map((size) =>
        Math.min(...[1, 2, 3].map(() => secondsOf(everywhere, start, again, size))),
      ) as [number, number];
      if ((once > suspicious / 2 && twice / once > 3) || twice > slow)
        return { start, again, ratio: twice / once };
    }
  }
  return null;
}

function secondsOf(pattern: RegExp, start: string, again: string, size: number): number {
  const body = start + again.repeat(Math.ceil(size / again.length));
  const before = process.cpuUsage().user;
  for (const ending of endings) for (const _ of (body + ending).matchAll(pattern));
  return (process.cpuUsage().user - before) / 1_000_000;
}

/** One of each class of signs, and the signs that stand in the expression. */
function signsOf(source: string): string[] {
  const classes: [RegExp, string][] = [
    [/\\s|\[\^| /, ' '],
    [/\\[wpS]|\[\^|[a-z]-[a-z]/, 'a'],
    [/\\p\{L|\[\^|A-Z/, 'A'],
    [/\\[dw]|\\p\{N|0-9/, '1'],
    [/\\r|\\n|\\s/, '\n'],
  ];
  const found = classes.flatMap(([named, sign]) => (named.test(source) ? [sign] : []));
  const literal = source.replace(
    /\\[pP]\{\w+\}|\\u\{?\w{4,5}\}?|\\[a-zA-Z]|\{\d+,?\d*\}|\(\?(?:<?[=!]|<\w+>|:)/g,
    '',
  );
  return [...new Set([...found, ...literal.replace(/[\w\s\\()|?^$]/g, '')])].slice(0, 14);
}

function repetitionsOf(source: string): string[] {
  const signs = signsOf(source);
  return signs.flatMap((one) => [one, ...signs.flatMap((two) => (one === two ? [] : [one + two]))]);
}

/** The words of an expression, with what may stand behind them. */
function wordsOf(source: string): string[] {
  const words = [...new Set(source.replace(/\\./g, ' ').match(/[A-Za-z]{2,}/g) ?? [])].slice(0, 20);
  return words.flatMap((word) => [word, `${word} `]);
}
