import { memoizeText } from '../document/memo.ts';

/** Languages that posts are translated into, by their codes (ISO 639-1). */
const codes = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ka ko lt lv ms nb nl nn no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
    ' ',
  ),
);

// "recap.pt-BR.md", "recap/index_zh-hans.md"
const markedWithRegion = /^(.+)([._-])([a-z]{2})([-_](?:[a-z]{2}|[a-z]{4}))$/i;
// "recap.de.md", "recap-de.md"
const marked = /^(.+)([._-])([a-z]{2})()$/i;

/** The path of a post without its ending, and without the mark of a language at the end of its name. */
interface MarkedPath {
  readonly bare: string;
  readonly separator: string;
  readonly language: string;
}

/**
 * The languages of the posts that are translations by their names: of those whose names end in the mark of a language
 * with a dot ("recap.de.md"), or with a hyphen where the same name stands there with another mark or with none as well.
 *
 * @returns the mark of the language by path; posts without one are not in it
 */
export function translations(paths: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const marks = paths.map((path) => ({ path, mark: markOf(path) }));
  const uses = new Map<string, number>();
  for (const { path, mark } of marks) {
    const name = mark?.bare ?? withoutEnding(path);
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  for (const { path, mark } of marks) {
    if (mark !== null && (mark.separator === '.' || uses.get(mark.bare)! > 1)) found.set(path, mark.language);
  }
  return found;
}

/**
 * A path without its ending, without `index`, and without what marks its language: a folder called "de", the end of
 * "recap.de.md", a file called "de.md".
 */
export interface PathInLanguage {
  /** Equal for the translations of one post. */
  readonly stem: string;
  /** The marks, in lower case; empty without any. */
  readonly language: string;
}

/** Takes a path apart for comparing translations with each other. */
export const inLanguage = memoizeText((path): PathInLanguage => {
  const mark = markOf(path);
  const parts = (mark?.bare ?? withoutEnding(path)).split('/');
  return {
    stem: parts.filter((part) => !isLanguage(part) && !/^_?index$/i.test(part)).join('/'),
    language: [...parts.filter(isLanguage), ...(mark ? [mark.language] : [])].join(' ').toLowerCase(),
  };
});

function isLanguage(name: string): boolean {
  return codes.has(name.replace(/[-_](?:[a-z]{2}|[a-z]{4})$/i, '').toLowerCase());
}

const markOf = memoizeText((path): MarkedPath | null => {
  for (const shape of [markedWithRegion, marked]) {
    const [, bare = '', separator = '', code = '', region = ''] = shape.exec(withoutEnding(path)) ?? [];
    if (codes.has(code.toLowerCase()))
      return { bare, separator, language: (code + region).toLowerCase().replace('_', '-') };
  }
  return null;
});

function withoutEnding(path: string): string {
  return path.replace(/\.[A-Za-z]{1,8}$/, '');
}
