import {
  markdownlintCounterparts,
  type RemarkCounterpart,
  remarkRules,
} from './markdownlint-counterparts.ts';
import type { Counterpart } from './takeover.ts';

/** A rule of markdownlint. */
export interface MarkdownlintRule {
  readonly id: string;
  /** Its names, and those that it had in earlier versions. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  /** Ours that does the same. */
  readonly counterpart: Counterpart | null;
  /** A rule of remark-lint that does the same. */
  readonly remark: RemarkCounterpart | null;
}

/** Rules of markdownlint 0.40 with their names and tags; behind `|` stand names that configurations still have from versions before 0.33. */
const rows = `
MD001 heading-increment | header-increment : headings
MD003 heading-style | header-style : headings
MD004 ul-style : bullet ul
MD005 list-indent : bullet ul indentation
MD007 ul-indent : bullet ul indentation
MD009 no-trailing-spaces : whitespace
MD010 no-hard-tabs : whitespace hard_tab
MD011 no-reversed-links : links
MD012 no-multiple-blanks : whitespace blank_lines
MD013 line-length : line_length
MD014 commands-show-output : code
MD018 no-missing-space-atx : headings atx spaces
MD019 no-multiple-space-atx : headings atx spaces
MD020 no-missing-space-closed-atx : headings atx_closed spaces
MD021 no-multiple-space-closed-atx : headings atx_closed spaces
MD022 blanks-around-headings | blanks-around-headers : headings blank_lines
MD023 heading-start-left | header-start-left : headings spaces
MD024 no-duplicate-heading | no-duplicate-header : headings
MD025 single-title single-h1 : headings
MD026 no-trailing-punctuation : headings
MD027 no-multiple-space-blockquote : blockquote whitespace indentation
MD028 no-blanks-blockquote : blockquote whitespace
MD029 ol-prefix : ol
MD030 list-marker-space : ol ul whitespace
MD031 blanks-around-fences : code blank_lines
MD032 blanks-around-lists : bullet ul ol blank_lines
MD033 no-inline-html : html
MD034 no-bare-urls : links url
MD035 hr-style : hr
MD036 no-emphasis-as-heading | no-emphasis-as-header : headings emphasis
MD037 no-space-in-emphasis : whitespace emphasis
MD038 no-space-in-code : whitespace code
MD039 no-space-in-links : whitespace links
MD040 fenced-code-language : code language
MD041 first-line-heading first-line-h1 : headings
MD042 no-empty-links : links
MD043 required-headings | required-headers : headings
MD044 proper-names : spelling
MD045 no-alt-text : accessibility images
MD046 code-block-style : code
MD047 single-trailing-newline : blank_lines
MD048 code-fence-style : code
MD049 emphasis-style : emphasis
MD050 strong-style : emphasis
MD051 link-fragments : links
MD052 reference-links-images : images links
MD053 link-image-reference-definitions : images links
MD054 link-image-style : images links
MD055 table-pipe-style : table
MD056 table-column-count : table
MD058 blanks-around-tables : table
MD059 descriptive-link-text : accessibility links
MD060 table-column-style : table`;

export const markdownlintRules: readonly MarkdownlintRule[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [names = '', tags = ''] = row.split(' : ');
    const [id = '', ...others] = names.split(' ').filter((word) => word !== '|');
    return {
      id,
      names: others,
      tags: tags.split(' '),
      counterpart: markdownlintCounterparts[id] ?? null,
      remark: remarkRules[id] ?? null,
    };
  });

/** The rules that a key of a configuration means: an id, a name or a tag, in any case. */
export function rulesNamed(key: string): readonly MarkdownlintRule[] {
  return byKey.get(key.toLowerCase()) ?? [];
}

const byKey = new Map<string, MarkdownlintRule[]>();
for (const rule of markdownlintRules)
  for (const key of [rule.id.toLowerCase(), ...rule.names, ...rule.tags])
    byKey.set(key, [...(byKey.get(key) ?? []), rule]);
