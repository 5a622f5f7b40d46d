import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** An example on the page of a rule of remark-lint. */
export interface Example {
  /** Package of the rule. */
  readonly rule: string;
  /** As the page calls it. */
  readonly name: string;
  /** Absent: the rule's own default. */
  readonly config?: unknown;
  readonly text: string;
}

/** An example that cannot be run here. */
export interface LeftOut {
  readonly rule: string;
  readonly name: string;
  readonly why: string;
}

/** The names of the rules that a preset brings, from what it depends on. */
export function rulesOf(preset: string): readonly string[] {
  const { dependencies } = JSON.parse(readFileSync(`${packages}/${preset}/package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies).filter((name) => name.startsWith('remark-lint-'));
}

/** The documented examples of a rule, and those of them that need more than GFM, front matter and data. */
export function examplesOf(rule: string): readonly (Example | LeftOut)[] {
  const file = readdirSync(`${packages}/${rule}`).find((name) => /^readme\.md$/i.test(name))!;
  const page = readFileSync(`${packages}/${rule}/${file}`, 'utf8');
  const examples = page.slice(page.indexOf('\n## Examples\n'), page.indexOf('\n## Compatibility\n'));
  return examples
    .split(/^##### /m)
    .slice(1)
    .map((section) => readExample(rule, section));
}

function readExample(rule: string, section: string): Example | LeftOut {
  const name = /^`(.*)`/.exec(section)![1]!;
  const leftOut = (why: string): LeftOut => ({ rule, name, why });
  const needs = [...section.matchAll(/\[`(remark-[\w-]+)`\]/g)].map(([, needed]) => needed!);
  const foreign = needs.filter((needed) => !['remark-gfm', 'remark-frontmatter'].includes(needed));
  if (foreign.length > 0) return leftOut(`it needs ${foreign.join(' and ')}`);
  if (/\bMDX\b/.test(section)) return leftOut('it needs remark-mdx');
  const input = /^###### In\n(?:.*\n)*?(`{3,})\w*\n((?:.*\n)*?)\1$/m.exec(section);
  const config = /^When configured with (`+)(.*)\1\.$/m.exec(section)?.[2];
  if (config?.includes('[Function')) return leftOut('its option is a function');
  // Where an option alone is wrong, the page shows no text.
  const text = (input?.[2] ?? '')
    .replaceAll('␠', ' ')
    .replaceAll('␉', '\t')
    .replaceAll('␍', '\r')
    .replaceAll('␊', '');
  return config === undefined ? { rule, name, text } : { rule, name, text, config: readValue(config) };
}

/** A value as Node prints it: literals, objects and lists. */
function readValue(printed: string): unknown {
  const json = printed
    .replace(/'((?:[^'\\]|\\.)*)'/g, (_, text: string) => JSON.stringify(text).replaceAll('\\\\t', '\\t'))
    .replace(/([{,]\s*)(\w+):/g, '$1"$2":');
  return JSON.parse(json);
}
