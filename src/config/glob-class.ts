/** ASCII alone, as git has them (https://git-scm.com/docs/gitignore names fnmatch(3), which names POSIX). */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1F\x7F]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

type Accepts = (character: string) => boolean;

/** The `[…]` of a glob: which characters it stands for, never `/`, and where it ends. */
export interface GlobClass {
  readonly accepts: Accepts;
  readonly end: number;
}

/**
 * Reads the `[…]` that starts at an offset of a glob: `[a-z]`, `[!a-z]`, `[^a-z]`, `[[:alpha:]]`; `\` before a character
 * that stands for itself, and a `]` in front for itself. Null where it does not close.
 */
export function globClassAt(glob: string, start: number): GlobClass | null {
  const negated = glob[start + 1] === '!' || glob[start + 1] === '^';
  const members: Accepts[] = [];
  let at = start + (negated ? 2 : 1);
  do {
    const member = memberAt(glob, at);
    if (!member) return null;
    members.push(member.accepts);
    at = member.end;
  } while (glob[at] !== ']');
  const accepts: Accepts = (c) => c !== '/' && members.some((accepts) => accepts(c)) !== negated;
  return { accepts, end: at + 1 };
}

/** A class by name, a range, or a character. */
function memberAt(glob: string, at: number): GlobClass | null {
  const named = glob.startsWith('[:', at) ? glob.indexOf(']', at + 2) : -1;
  if (named > at + 2 && glob[named - 1] === ':') {
    const letters = classes[glob.slice(at + 2, named - 1)];
    return { accepts: (c) => letters?.test(c) ?? false, end: named + 1 };
  }
  const first = characterAt(glob, at);
  if (!first) return null;
  const last =
    glob[first.end] === '-' && glob[first.end + 1] !== ']' ? characterAt(glob, first.end + 1) : null;
  if (!last) return { accepts: (c) => c === first.text, end: first.end };
  // What runs backwards is its first character alone, as in git.
  return { accepts: (c) => c === first.text || (first.text <= c && c <= last.text), end: last.end };
}

function characterAt(glob: string, at: number): { readonly text: string; readonly end: number } | null {
  const start = glob[at] === '\\' ? at + 1 : at;
  const code = glob.codePointAt(start);
  if (code === undefined) return null;
  const text = String.fromCodePoint(code);
  return { text, end: start + text.length };
}
