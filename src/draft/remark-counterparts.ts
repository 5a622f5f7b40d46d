import type { Counterpart } from './takeover.ts';

const none = () => ({});

/** What `remark-lint-no-heading-punctuation` reports unless it is told otherwise (its readme, 4.0). */
const usualSigns = String.raw`\.,;:!?`;
/** The default of our `heading-punctuation`. */
const ourSigns = ':.,';

/**
 * Packages of remark-lint whose rule recaplint has itself, and has better: it knows front matter and template tags,
 * repairs, and can be held to a baseline. Only those are here that report the same on plain Markdown; all others are hosted.
 */
export const remarkCounterparts: Readonly<Record<string, Counterpart>> = {
  'remark-lint-maximum-heading-length': {
    rule: 'heading-length',
    level: 'warn',
    // The package's own default.
    options: (theirs) => (theirs === undefined ? { max: 60 } : headingLength(theirs)),
    offTogether: false,
    difference:
      'Ours counts an image or a piece of code as one character, and reports headings of two sentences as well.',
  },
  'remark-lint-no-duplicate-headings-in-section': {
    rule: 'no-duplicate-section',
    level: 'warn',
    options: none,
    offTogether: true,
    difference: 'Ours passes over a name that comes three times: that is the pattern of the post.',
  },
  'remark-lint-no-empty-sections': {
    rule: 'no-empty-section',
    level: 'warn',
    options: none,
    offTogether: true,
    difference: 'Ours passes over headings that are links, and over tables of contents.',
  },
  'remark-lint-no-empty-url': {
    rule: 'no-empty-link',
    level: 'error',
    options: none,
    offTogether: false,
    difference: 'Ours also reports links without text, and `#` as a target.',
  },
  'remark-lint-no-heading-punctuation': {
    rule: 'heading-punctuation',
    level: 'warn',
    options: (theirs) => headingSigns(theirs),
    offTogether: true,
    difference: 'Ours passes over abbreviations, numbers and codes of emoji.',
  },
  'remark-lint-no-literal-urls': {
    rule: 'no-bare-url',
    level: 'warn',
    options: none,
    offTogether: true,
    difference: 'Ours also reads raw HTML, and passes over sample addresses and template tags.',
  },
};

/** Plugins that do what recaplint does by itself, each with what that is. */
export const needlessPlugins: Readonly<Record<string, string>> = {
  'recaplint/remark': 'its rules run anyway',
  'recaplint/remark-preset': 'its rules run anyway',
  'remark-frontmatter': 'front matter is read',
  'remark-gfm': 'tables, footnotes and bare addresses are read',
  'remark-lint': '`<!--lint disable …-->` holds for hosted rules',
  'remark-mdx': '.mdx posts are read',
  'remark-message-control': 'comments named `lint` hold for hosted rules',
  'remark-parse': 'Markdown is read',
  'remark-stringify': 'nothing is written anew',
};

/** Plugins that are no linters, or need more than a post, and what there is for them here. */
export const leftPlugins: Readonly<Record<string, string>> = {
  'recaplint/remark': 'its rules run anyway, but not with the options that it has there: write them here',
  'remark-message-control': 'its comments begin with another word than `lint`, and hold for remark alone',
  'remark-validate-links':
    '`no-broken-local-link` looks for files and for headings of the same post, not for those of other posts',
};

function headingLength(theirs: unknown): { max: number } | null {
  return typeof theirs === 'number' && Number.isSafeInteger(theirs) && theirs > 0 ? { max: theirs } : null;
}

/** Theirs are the inside of a character class; ours are the characters one after the other. */
function headingSigns(theirs: unknown = usualSigns): { signs?: string } | null {
  if (typeof theirs !== 'string' || theirs === '' || theirs.startsWith('^')) return null;
  const signs: string[] = [];
  for (let i = 0; i < theirs.length; i++) {
    const escaped = theirs[i] === '\\';
    const sign = theirs[escaped ? ++i : i] ?? '';
    // A class such as `\p{P}`, or a range.
    if (/^[\p{L}\p{N}]?$/u.test(sign) || (!escaped && /[-[\]]/.test(sign))) return null;
    signs.push(sign);
  }
  const same = signs.length === ourSigns.length && [...ourSigns].every((sign) => signs.includes(sign));
  return same ? {} : { signs: [...new Set(signs)].join('') };
}
