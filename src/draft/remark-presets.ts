/** A preset of remark-lint. */
export interface RemarkPreset {
  /** Its rules by id: packages are called `remark-lint-` and the id. */
  readonly rules: ReadonlySet<string>;
  /** Options that it gives to rules that recaplint has itself; those without are used as they come. */
  readonly options: Readonly<Record<string, unknown>>;
}

const preset = (rules: string, options: RemarkPreset['options'] = {}): RemarkPreset => ({
  rules: new Set(rules.trim().split(/\s+/)),
  options,
});

/** The presets that remark-lint has itself, from their sources: recommended 7.0, consistent 6.0, style guide 6.0. */
export const remarkPresets: Readonly<Record<string, RemarkPreset>> = {
  'remark-preset-lint-consistent': preset(`
    blockquote-indentation checkbox-character-style code-block-style emphasis-marker fenced-code-marker heading-style
    link-title-style list-item-content-indent ordered-list-marker-style ordered-list-marker-value rule-style
    strong-marker table-cell-padding`),
  'remark-preset-lint-markdown-style-guide': preset(
    `
    blockquote-indentation code-block-style definition-case definition-spacing emphasis-marker fenced-code-flag
    fenced-code-marker file-extension final-definition hard-break-spaces heading-increment heading-style link-title-style
    list-item-content-indent list-item-indent list-item-spacing maximum-heading-length maximum-line-length
    no-blockquote-without-marker no-consecutive-blank-lines no-duplicate-headings no-emphasis-as-heading
    no-file-name-articles no-file-name-consecutive-dashes no-file-name-irregular-characters no-file-name-mixed-case
    no-file-name-outer-dashes no-heading-punctuation no-inline-padding no-literal-urls no-multiple-toplevel-headings
    no-shell-dollars no-shortcut-reference-image no-shortcut-reference-link no-table-indentation
    ordered-list-marker-style ordered-list-marker-value rule-style strong-marker table-cell-padding
    table-pipe-alignment table-pipes unordered-list-marker-style`,
    { 'no-heading-punctuation': ':.' },
  ),
  'remark-preset-lint-recommended': preset(`
    final-newline hard-break-spaces list-item-bullet-indent list-item-indent no-blockquote-without-marker
    no-duplicate-definitions no-heading-content-indent no-literal-urls no-shortcut-reference-image
    no-shortcut-reference-link no-undefined-references no-unused-definitions ordered-list-marker-style`),
};

/** Whether a preset may bring a rule; of those that are not in the table that is not known. */
export function mayBring(name: string, rule: string): boolean {
  return remarkPresets[name]?.rules.has(rule) ?? true;
}
