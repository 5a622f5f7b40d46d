/**
 * Tags, shortcodes and directives between whose two ends no prose stands but code, a drawing or a formula. From the
 * manuals of Liquid, Jekyll, Nunjucks, Hexo, Hugo, Zola and MyST, and from what their themes commonly add.
 */
export const codeNames: ReadonlySet<string> = new Set([
  'chart',
  'code',
  'code-block',
  'codeblock',
  'comment',
  'css',
  'diagram',
  'gist',
  'goat',
  'graphviz',
  'highlight',
  'html',
  'javascript',
  'js',
  'katex',
  'math',
  'mermaid',
  'plantuml',
  'prism',
  'raw',
  'rawhtml',
  'schema',
  'script',
  'style',
  'unsafe',
  'verbatim',
]);

/** Tags that show nothing themselves: they decide, repeat, name or end. */
export const silentTags =
  /^(?:end\w*|if|elsif|elif|else|unless|for|case|when|set|assign|capture|block|extends|macro|import|from|call|filter|raw|verbatim|break|continue)$/;
