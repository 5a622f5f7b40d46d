import * as fc from 'fast-check';
import { hostileTokens } from './hostile-tokens.ts';

/** What texts are made of, and how long they may become. */
interface Mutation {
  /** Whole texts to start from; most inputs are some lines of one. */
  readonly seeds: readonly string[];
  /** What is mixed in; those of Markdown by default. */
  readonly tokens?: readonly string[];
  /** In UTF-16 units. Both parsers read what is found, and one of them is not linear. */
  readonly longest?: number;
  /** How many mutations at most. */
  readonly most?: number;
}

/** Texts of some kind with a few things wrong. What fails is made smaller by leaving out ever shorter pieces. */
export function mutatedText(mutation: Mutation): fc.Arbitrary<string> {
  return new MutatedText({ tokens: hostileTokens, longest: 20_000, most: 6, ...mutation });
}

/** Where the search for a smaller text goes on: pieces of this size, from this offset. */
interface Cutting {
  readonly size: number;
  readonly from: number;
}

class MutatedText extends fc.Arbitrary<string> {
  readonly #mutation: Required<Mutation>;

  constructor(mutation: Required<Mutation>) {
    super();
    this.#mutation = mutation;
  }

  override generate(random: fc.Random): fc.Value<string> {
    const { seeds, longest, most } = this.#mutation;
    let text = excerpt(pick(random, seeds), random);
    for (let left = random.nextInt(0, most); left > 0; left--)
      text = mutate(text, this.#mutation, random).slice(0, longest);
    return new fc.Value(text, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return typeof value === 'string';
  }

  /** Delta debugging (Zeller and Hildebrandt, 2002): leaves out halves, then quarters, at last single characters. */
  override shrink(text: string, context: unknown): fc.Stream<fc.Value<string>> {
    const start = (context as Cutting | undefined) ?? { size: Math.ceil(text.length / 2), from: 0 };
    return fc.stream(cuts(text, start));
  }
}

function* cuts(text: string, start: Cutting): IterableIterator<fc.Value<string>> {
  for (let { size, from } = start; size > 0; size = size === 1 ? 0 : Math.ceil(size / 2), from = 0) {
    for (let at = from; at < text.length; at += size)
      yield new fc.Value(text.slice(0, at) + text.slice(at + size), { size, from: at });
  }
}

/** Two times in three some lines of a text, else all of it. */
function excerpt(text: string, random: fc.Random): string {
  if (random.nextInt(0, 2) === 0) return text;
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n|$)/g) ?? [];
  const from = random.nextInt(0, 2) === 0 ? 0 : random.nextInt(0, lines.length - 1);
  return lines.slice(from, from + random.nextInt(1, 12)).join('');
}

function mutate(text: string, { seeds, tokens, longest }: Required<Mutation>, random: fc.Random): string {
  const [from, to] = slice(text, random);
  const [head, piece, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (random.nextInt(0, 9)) {
    case 0:
      return head + tail;
    case 1:
      return head + piece + piece + tail;
    case 2:
      return head + repeated(piece, longest, random) + tail;
    case 3:
      return swapped(head, piece, tail, random);
    case 4:
      return random.nextInt(0, 1) ? head : piece + tail;
    case 5:
      return relined(text, random);
    case 6: {
      const other = pick(random, seeds);
      return head + other.slice(...slice(other, random)) + tail;
    }
    default:
      return head + mixture(tokens, random) + (random.nextInt(0, 1) ? piece + tail : tail);
  }
}

/** A piece up to 1,000 times, as far as it has room. */
function repeated(piece: string, longest: number, random: fc.Random): string {
  const times = random.nextInt(2, pick(random, [4, 30, 1000]));
  return piece.repeat(Math.min(times, Math.ceil(longest / Math.max(1, piece.length))));
}

/** Tokens in a row, now and then one of them very often. */
function mixture(tokens: readonly string[], random: fc.Random): string {
  const times = random.nextInt(0, 15) === 0 ? random.nextInt(2, 1000) : 1;
  return Array.from({ length: random.nextInt(1, 4) }, () => pick(random, tokens))
    .join(random.nextInt(0, 1) ? '' : ' ')
    .repeat(times);
}

function swapped(head: string, piece: string, tail: string, random: fc.Random): string {
  const [from, to] = slice(tail, random);
  return head + tail.slice(from, to) + tail.slice(0, from) + piece + tail.slice(to);
}

/** Other line ends, or each line behind a mark. */
function relined(text: string, random: fc.Random): string {
  const mark = pick(random, ['', '', '> ', '- ', '    ', '\t', '# ', '| ']);
  const end = pick(random, ['\n', '\r\n', '\r', '\u2028', '\n\r', '\v']);
  return text.replace(/(\r\n|\r|\n)|^/g, (_, ended) => (ended ? end : '') + mark);
}

/** A stretch that is mostly short; its edges are those of lines, of words, or any offset, in a character too. */
function slice(text: string, random: fc.Random): [from: number, to: number] {
  const edge = pick(random, [/\n/g, /\b/g, null]);
  const snap = (at: number) => {
    if (!edge) return at;
    edge.lastIndex = at;
    const match = edge.exec(text);
    return match ? match.index + match[0].length : at;
  };
  const start = random.nextInt(0, text.length);
  const length = random.nextInt(0, pick(random, [4, 40, 400, text.length]));
  const from = Math.min(text.length, snap(start));
  return [from, Math.max(from, snap(Math.min(text.length, start + length)))];
}

function pick<T>(random: fc.Random, items: readonly T[]): T {
  return items[random.nextInt(0, items.length - 1)]!;
}
