/** The site generators whose template tags are known by name; `none` takes every tag for text. */
export const sites = [
  'astro',
  'docusaurus',
  'eleventy',
  'hexo',
  'hugo',
  'jekyll',
  'mdbook',
  'mdx',
  'pelican',
  'quarto',
  'vitepress',
  'zola',
  'none',
] as const;
/** A generator of web sites; `none`: pages are not made by one. */
export type Site = (typeof sites)[number];

/** A kind of template tag. */
export type Syntax =
  | 'output' // {{ … }}
  | 'tag' // {% … %}
  | 'comment' // {# … #}
  | 'shortcode' // {{< … >}} and {{% … %}}
  | 'mdx comment' // {/* … */}
  | 'mdx' // import and export, {expressions}, <Components>
  | 'placeholder' // {filename}, {static}, {attach} at the head of a target
  | 'mark'; // :::directives, {#attributes}, [TOC]

const syntaxOf: Readonly<Record<Site, readonly Syntax[]>> = {
  astro: ['mark'],
  docusaurus: ['mdx', 'mdx comment', 'mark'],
  eleventy: ['output', 'tag', 'comment', 'mark'],
  hexo: ['output', 'tag', 'comment', 'mark'],
  hugo: ['shortcode', 'mark'],
  jekyll: ['output', 'tag', 'mark'],
  mdbook: ['output', 'mark'],
  mdx: ['mdx', 'mdx comment', 'mark'],
  pelican: ['placeholder', 'mark'],
  quarto: ['shortcode', 'mark'],
  vitepress: ['output', 'mark'],
  zola: ['output', 'tag', 'comment', 'mark'],
  none: [],
};
const everything: readonly Syntax[] = [
  'output',
  'tag',
  'comment',
  'shortcode',
  'mdx comment',
  'placeholder',
  'mark',
];
const importLine = /^import\s(?:[\w${},*\s]{1,200}\sfrom\s)?["'][^"'\r\n]{1,200}["'];?[ \t]*(?:[\r\n]|$)/;

/**
 * Which tags a post may hold: those of the configured site, else what its path and first line tell.
 *
 * @param from where the text behind the front matter starts
 */
export function syntaxesOf(site: Site | null, path: string, source: string, from: number): Set<Syntax> {
  const isMdx = /\.mdx$/i.test(path) && site !== 'none';
  if (isMdx) return new Set(syntaxOf.mdx);
  if (site !== null) return new Set(syntaxOf[site]);
  if (/\.qmd$/i.test(path)) return new Set(syntaxOf.quarto);
  const head = source.slice(from, from + 2_000).trimStart();
  return new Set(importLine.test(head) ? syntaxOf.mdx : everything);
}
