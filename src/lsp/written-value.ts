/** How a value is written in front matter. */
export type ValueFormat = 'yaml' | 'toml';

/** The quotation mark that is open before a caret; none: a value of its own. */
export type OpenQuote = '"' | "'" | '';

const plainYaml = /^\p{L}[\p{L}\p{M}\p{N} _./+&-]*$/u;
const yamlWords = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Writes a text, number or boolean as a value; inside open quotation marks, what stands between them. */
export function writtenValue(value: unknown, format: ValueFormat, quote: OpenQuote): string {
  if (typeof value !== 'string') return String(value);
  if (quote === "'")
    return format === 'yaml'
      ? value.replaceAll("'", "''").replace(/\s+/g, ' ')
      : value.replace(/['\s]+/g, ' ');
  const quoted = JSON.stringify(value);
  if (quote === '"') return quoted.slice(1, -1);
  const isPlain =
    format === 'yaml' && plainYaml.test(value) && !value.endsWith(' ') && !yamlWords.test(value);
  return isPlain ? value : quoted;
}
