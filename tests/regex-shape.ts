/** A piece of a regular expression, as far as how long it may take is concerned. */
type Piece =
  | { readonly kind: 'one' } // a character, a class, or nothing at all
  | { readonly kind: 'group'; readonly ways: readonly (readonly Piece[])[] }
  | { readonly kind: 'times'; readonly piece: Piece; readonly least: number; readonly most: number };

/** Whether it repeats something without a limit. Without such a repetition, what a match costs at one place is bounded. */
export function isUnbounded(source: string): boolean {
  const within = (piece: Piece): boolean =>
    piece.kind === 'times'
      ? piece.most === Number.POSITIVE_INFINITY || within(piece.piece)
      : piece.kind === 'group' && piece.ways.some((way) => way.some(within));
  return within(read(source));
}

/**
 * In how many ways bounded repetitions can share a text among them, at most, at one place where a match may start: what an
 * engine that goes back tries before it gives up. Repetitions without a limit are left to the analyser.
 */
export function waysToShare(source: string): number {
  return waysOf(read(source));
}

function waysOf(piece: Piece): number {
  if (piece.kind === 'one') return 1;
  if (piece.kind === 'group') {
    return Math.max(...piece.ways.map((way) => way.reduce((product, part) => product * waysOf(part), 1)));
  }
  const inner = waysOf(piece.piece);
  if (piece.most === Number.POSITIVE_INFINITY) return inner;
  return inner > 1 ? inner ** piece.most : piece.most - piece.least + 1;
}

function read(source: string): Piece {
  let at = 0;
  const alternatives = (): Piece => {
    const ways: Piece[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        ways.push([]);
      } else ways.at(-1)!.push(repeated(atom()));
    }
    at++;
    return { kind: 'group', ways };
  };
  const atom = (): Piece => {
    const character = source[at++];
    if (character === '(') {
      at += /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at))?.[0].length ?? 0;
      return alternatives();
    }
    if (character === '[') while (source[at++] !== ']') if (source[at - 1] === '\\') at++;
    if (character === '\\')
      at += /^(?:[pP]\{[^}]*\}|u\{[^}]*\}|u.{4}|x..|k<\w+>|.)/s.exec(source.slice(at))![0].length;
    return { kind: 'one' };
  };
  const repeated = (piece: Piece): Piece => {
    const [sign, least, comma, most] = /^(?:[*+?]|\{(\d+)(,)?(\d*)\})\??/.exec(source.slice(at)) ?? [];
    if (!sign) return piece;
    at += sign.length;
    if (sign[0] === '?') return { kind: 'times', piece, least: 0, most: 1 };
    if (sign[0] !== '{') return { kind: 'times', piece, least: 0, most: Number.POSITIVE_INFINITY };
    const upper = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
    return { kind: 'times', piece, least: Number(least), most: upper };
  };
  return alternatives();
}
