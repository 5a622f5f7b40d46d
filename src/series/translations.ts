/** Languages that posts are translated into, by their codes (ISO 639-1). */
const codes = new Set(
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ka ko lt lv ms nb nl nn no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
    ' ',
  ),
);

// "recap.de.md", "recap-pt-BR.md", "recap/index_zh.md"
const marked = /^(.+)([._-])([a-z]{2})((?:[-_](?:[a-z]{2}|[a-z]{4}))?)$/i;

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

function markOf(path: string): MarkedPath | null {
  const match = marked.exec(withoutEnding(path));
  if (!match) return null;
  const [, bare = '', separator = '', code = '', region = ''] = match;
  if (!codes.has(code.toLowerCase())) return null;
  return { bare, separator, language: (code + region).toLowerCase().replace('_', '-') };
}

function withoutEnding(path: string): string {
  return path.replace(/\.[A-Za-z]{1,8}$/, '');
}
