/** What the analyser calls more than linear, with what keeps it from taking long. */
export const excused: readonly [pattern: RegExp, why: string][] = [
  [/(?:^|\n)[^\p{L}\p{N}]*$/u, 'sees the 24 characters before a mention'],
  [/(?:^|[/._ -])template[._ -][^/]*$/i, 'sees a path, which systems keep to some 4,000 characters'],
  [/^(?=[^:]*-notebook)[^:]*:/i, 'starts at one place, and looks ahead once'],
  [/(?:\p{Lu}[\p{L}]+|\b(?:than|as|am|was|were|like))\s+$/u, 'sees the 120 characters before a word'],
  [
    /(?:^|[\s(“"‘'])([\p{L}\p{N}#][\p{L}\p{N}’'.+#-]*|\uFFFC)[)\]”"’]?$/u,
    'sees the 200 characters before a sign',
  ],
  [
    /^\s*<\/(?:[A-Z][A-Za-z0-9.]*[a-z]|li|t[dhr]|d[td]|button|figcaption|caption|summary|label|legend|aside|center|h[1-6])\b|^[ \t]*\r?\n?[ \t]*<[A-Z]/,
    'sees the 80 characters behind a text',
  ],
  [
    /^```[\s\S]*?^```|\[((?:`[^`\n]*`|[^\]`])*)\]\((?!https?:)([^)\s]*)\)|`[^`\n]*`/gm,
    'sees the pages of the rules, which are our own',
  ],
];

/** What could be shared in more ways than there is time for, on paper; each part ends where the next one can start. */
export const apart: readonly [pattern: RegExp, why: string][] = [
  [
    /^(?:,?\s\d{4})?,?\s(?:[^\s.;:!?()]{1,30}\s){0,5}?(?:will|shall|(?:is|are) going to)\b/i,
    'words without spaces',
  ],
  [
    /^(?:,?\s\d{4})?,?\s(?:[^\s.;:!?()]{1,30}\s){1,5}?(?:joined|left|launched|released|published|held|hosted|took place|met|began|started|ended|closed|opened|celebrated|attended|gathered|convened|shipped|merged|elected|appointed|welcomed|approved|voted|presented|delivered|completed|finished|signed|became)\b/i,
    'words without spaces',
  ],
  [
    /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}$/,
    'names without dots',
  ],
  [/[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}/y, 'names without dots'],
  [/^\s{1,3}(?:[^\s()[\]\uFFFC]{1,300}(?![^\s()[\]\uFFFC])[ \t]?){0,6}\)/, 'whole words'],
  [
    /^(?:mailto:)?([A-Z0-9][\w.+-]{0,63}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){0,6}\.[A-Z]{2,24})$/i,
    'names without dots',
  ],
  [/(?:[—–]|\s--?)\s*\p{Lu}[\p{L}.]{0,20}(?: \p{Lu}[\p{L}.]{0,20}){0,3}$/u, 'words without spaces'],
  [/^(?:\[[^\]]{0,40}\]|[^\p{L}]){0,8}$/u, 'a bracket is read in two ways, eight times at most'],
  [/^[ \t>]{0,100}:{3,}[ \t]{0,8}(?:\{?([A-Za-z][\w-]{0,60})|[{[]|$)/, 'other signs in each part'],
  [
    /^[ \t>]{0,100}::[A-Za-z][\w-]{0,60}(?:\[[^\]\r\n]{0,300}\](?:\{[^}\r\n]{0,300}\})?|\{[^}\r\n]{0,300}\})[ \t]{0,100}$/,
    'brackets around each part',
  ],
  [
    /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){0,100}(`{3,}(?=[^`]*$)|~{3,})/,
    'the first sign tells which part it is',
  ],
  [
    /^(?:using|import|include)\b[ \t]*[("\w][^\r\n]*|^\w{1,64} {0,9}= {0,9}(?:Dates\.)?\w{1,32}\([^\r\n]*/gm,
    'other signs in each part',
  ],
  [/^(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|io|dev|co|blog|news|eu|de|fr|uk)$/, 'names without dots'],
  [/(?:<br\s{0,3}\/?>\s{0,20}){1,5}$/i, 'tags between the spaces'],
  [
    /(?:(?:[\w-]{1,63}\.){0,3}\blocalhost|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?/g,
    'names without dots',
  ],
];
