/** Languages of posts, where an extension or VS Code itself knows them. */
const languages = ['markdown', 'mdx', 'quarto', 'rmd'];

/** Files that are posts whatever language VS Code takes them for, and configurations. */
const posts = '**/*.{md,markdown,mdx,Rmd,rmd,qmd}';
const configurations = '**/.recaplintrc.{json,yaml,yml}';

/** Part of a selector, in the protocol's form. */
interface DocumentFilter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/**
 * What the server is told of: posts, saved or not, and configurations. Cells of notebooks have a scheme of their own
 * and are not among them.
 */
export const documentSelector: DocumentFilter[] = [
  ...languages.flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]),
  { scheme: 'file', pattern: posts },
  { scheme: 'file', pattern: configurations },
];

/** Whether a document is a post that the server is told of. */
export function isPost({ uri, languageId }: { uri: { scheme: string; path: string }; languageId: string }) {
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') return false;
  return (
    languages.includes(languageId) ||
    (uri.scheme === 'file' && /\.(?:md|markdown|mdx|rmd|qmd)$/i.test(uri.path))
  );
}
