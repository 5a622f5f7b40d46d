import type { Range } from './source.ts';

const closers = { '{{': '}}', '{%': '%}', '{#': '#}', '{/*': '*/}' } as const;
const opener = /\{(?:\{|%|#(?!\w*\})|\/\*)/g;

/**
 * Template tags of site generators: `{{ … }}` (with Hugo's `{{< >}}` and `{{% %}}`), `{% … %}`, `{# … #}`, and
 * the expression comments of MDX. A tag that is not closed is text. Ascending, not overlapping.
 */
export function findTemplates(source: string): Range[] {
  if (!source.includes('{')) return [];
  const found: Range[] = [];
  const exhausted = new Set<string>();
  opener.lastIndex = 0;
  for (let match = opener.exec(source); match; match = opener.exec(source)) {
    const open = match[0] as keyof typeof closers;
    // A closer that was not found once stands nowhere behind either: without this, floods cost quadratic time.
    if (exhausted.has(open)) continue;
    const close = source.indexOf(closers[open], match.index + open.length);
    if (close < 0) {
      exhausted.add(open);
      continue;
    }
    const end = close + closers[open].length;
    found.push({ start: match.index, end });
    opener.lastIndex = end;
  }
  return found;
}
