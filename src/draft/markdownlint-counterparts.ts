import type { Counterpart } from './takeover.ts';

const none = () => ({});

/** What `MD026` reports unless it is told otherwise. */
const usualSigns = '.,;:!\u3002\uFF0C\uFF1B\uFF1A\uFF01';
/** What `MD059` reports unless it is told otherwise. */
const usualTexts = ['click here', 'here', 'link', 'more'];

/** Rules of markdownlint, by id, that recaplint has itself. Only those are here that report the same on plain Markdown. */
export const markdownlintCounterparts: Readonly<Record<string, Counterpart>> = {
  MD011: {
    rule: 'no-malformed-link',
    level: 'error',
    options: none,
    offTogether: false,
    difference:
      'Ours wants an address in the square brackets, and reports many more ways to miswrite a link.',
  },
  MD024: {
    rule: 'no-duplicate-section',
    level: 'warn',
    // Without it the same heading in two groups is reported, which is how recaps are made.
    options: (theirs) => (optionOf(theirs, 'siblings_only', 'allow_different_nesting') === true ? {} : null),
    offTogether: true,
    difference:
      'With `siblings_only`. Ours passes over a name that comes three times: that is the pattern of the post.',
  },
  MD026: {
    rule: 'heading-punctuation',
    level: 'warn',
    options: (theirs) => signsOf(optionOf(theirs, 'punctuation')),
    offTogether: true,
    difference: 'Ours passes over abbreviations, numbers and codes of emoji.',
  },
  MD034: {
    rule: 'no-bare-url',
    level: 'warn',
    options: none,
    offTogether: true,
    difference: 'Ours also reads raw HTML, and passes over sample addresses and template tags.',
  },
  MD037: {
    rule: 'no-stray-markup',
    level: 'warn',
    options: none,
    offTogether: false,
    difference: 'Ours also reports backticks, brackets and quotation marks without their other half.',
  },
  MD039: {
    rule: 'link-spacing',
    level: 'warn',
    options: none,
    offTogether: false,
    difference: 'Ours also reports links that run into a word.',
  },
  MD042: {
    rule: 'no-empty-link',
    level: 'error',
    options: none,
    offTogether: false,
    difference: 'Ours also reports links without text, and passes over template tags.',
  },
  MD051: {
    rule: 'no-broken-local-link',
    level: 'warn',
    options: (theirs) => (optionOf(theirs, 'ignored_pattern') ? null : {}),
    offTogether: false,
    difference: 'Ours forgives what site generators do with names of headings, and looks for files as well.',
  },
  MD059: {
    rule: 'descriptive-link-text',
    level: 'warn',
    options: (theirs) => textsOf(optionOf(theirs, 'prohibited_texts')),
    offTogether: true,
    difference: 'Ours has a longer list.',
  },
};

/** A rule of remark-lint that does what one of markdownlint does. */
export interface RemarkCounterpart {
  readonly name: string;
  /** Its option that says what theirs say; undefined where it needs none, null where it cannot say it. */
  option(theirs: unknown): unknown;
}

const plain = (name: string): RemarkCounterpart => ({ name, option: () => undefined });

/** A rule whose option is the word that one of theirs stands for. */
const styled = (name: string, key: string, usual: string, styles: Readonly<Record<string, unknown>>) => ({
  name,
  option: (theirs: unknown) => {
    const style = String(optionOf(theirs, key) ?? usual);
    return Object.hasOwn(styles, style) ? styles[style] : null;
  },
});

const marks = { asterisk: '*', underscore: '_', consistent: 'consistent' };

/** Rules of markdownlint, by id, for which there is a rule of remark-lint 10. */
export const remarkRules: Readonly<Record<string, RemarkCounterpart>> = {
  MD001: plain('remark-lint-heading-increment'),
  MD003: styled('remark-lint-heading-style', 'style', 'consistent', {
    atx: 'atx',
    atx_closed: 'atx-closed',
    setext: 'setext',
    consistent: 'consistent',
  }),
  MD004: styled('remark-lint-unordered-list-marker-style', 'style', 'consistent', {
    asterisk: '*',
    dash: '-',
    plus: '+',
    consistent: 'consistent',
  }),
  MD010: plain('remark-lint-no-tabs'),
  MD012: {
    name: 'remark-lint-no-consecutive-blank-lines',
    option: (theirs) => ((optionOf(theirs, 'maximum') ?? 1) === 1 ? undefined : null),
  },
  MD013: {
    name: 'remark-lint-maximum-line-length',
    option: (theirs) => lineLength(optionOf(theirs, 'line_length')),
  },
  MD014: plain('remark-lint-no-shell-dollars'),
  MD019: plain('remark-lint-no-heading-content-indent'),
  MD021: plain('remark-lint-no-heading-content-indent'),
  MD022: plain('remark-lint-no-missing-blank-lines'),
  MD023: plain('remark-lint-no-heading-indent'),
  MD024: plain('remark-lint-no-duplicate-headings'),
  MD025: plain('remark-lint-no-multiple-toplevel-headings'),
  MD027: { name: 'remark-lint-blockquote-indentation', option: () => 2 },
  MD029: styled('remark-lint-ordered-list-marker-value', 'style', 'one_or_ordered', {
    one: 'one',
    ordered: 'ordered',
    one_or_ordered: 'consistent',
  }),
  MD031: plain('remark-lint-no-missing-blank-lines'),
  MD032: plain('remark-lint-no-missing-blank-lines'),
  MD035: { name: 'remark-lint-rule-style', option: (theirs) => optionOf(theirs, 'style') ?? 'consistent' },
  MD036: plain('remark-lint-no-emphasis-as-heading'),
  MD040: plain('remark-lint-fenced-code-flag'),
  MD046: styled('remark-lint-code-block-style', 'style', 'consistent', {
    fenced: 'fenced',
    indented: 'indented',
    consistent: 'consistent',
  }),
  MD047: plain('remark-lint-final-newline'),
  MD048: styled('remark-lint-fenced-code-marker', 'style', 'consistent', {
    backtick: '`',
    tilde: '~',
    consistent: 'consistent',
  }),
  MD049: styled('remark-lint-emphasis-marker', 'style', 'consistent', marks),
  MD050: styled('remark-lint-strong-marker', 'style', 'consistent', marks),
  MD052: plain('remark-lint-no-undefined-references'),
  MD053: plain('remark-lint-no-unused-definitions'),
  MD058: plain('remark-lint-no-missing-blank-lines'),
};

/** An option of a rule by one of its names; undefined where the rule is only on or off. */
export function optionOf(theirs: unknown, ...names: readonly string[]): unknown {
  if (typeof theirs !== 'object' || theirs === null) return undefined;
  const name = names.find((one) => Object.hasOwn(theirs, one));
  return name === undefined ? undefined : (theirs as Record<string, unknown>)[name];
}

function signsOf(theirs: unknown): { signs?: string } | null {
  if (theirs === undefined) return { signs: usualSigns };
  if (typeof theirs !== 'string') return null;
  return [...new Set(theirs)].sort().join('') === ',.:' ? {} : { signs: theirs };
}

function lineLength(theirs: unknown): number | null {
  if (theirs === undefined) return 80;
  return typeof theirs === 'number' && theirs > 0 ? theirs : null;
}

/** Ours has theirs in its list: what they took out of it is allowed, and what they put in is reported. */
function textsOf(theirs: unknown): { also?: readonly string[]; allow?: readonly string[] } | null {
  if (theirs === undefined) return {};
  if (!Array.isArray(theirs) || !theirs.every((text) => typeof text === 'string')) return null;
  const also = theirs.filter((text) => !usualTexts.includes(text));
  const allow = usualTexts.filter((text) => !theirs.includes(text));
  return { ...(also.length > 0 ? { also } : {}), ...(allow.length > 0 ? { allow } : {}) };
}
