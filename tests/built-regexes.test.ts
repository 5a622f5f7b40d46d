import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Call, calls, linesOf, watch } from './built-regexes.ts';
import { root } from './e2e/run.ts';
import { judge } from './regex-analysis.ts';
import { isUnbounded } from './regex-shape.ts';

const made = new Map<string, { readonly pattern: RegExp; readonly call: Call }>();
const unwatch = watch((pattern, call) => made.set(`${call.file}:${call.line} ${pattern}`, { pattern, call }));

// In every place where the program makes one: a tag, a shortcode, a number in a link, a term.
const post = `---
title: Q1 2024 recap
---

{% comment %} a {% endcomment %}

{{< highlight >}} a {{< /highlight >}}

Javascript in März, Ελλάς, and [PEP 12](https://example.org/pep-13) of the first quarter of 2024 ended on May 3.
`;

/** What is made where no module and no post leads to it: the messages of a case, a title, a year. */
const written: readonly [file: string, example: RegExp][] = [
  ['src/testing.ts', /^“[\s\S]*” stands twice\.$/],
  ['src/draft/post-body.ts', /[\uFFFC\p{Cc}]/gu],
  ['src/lsp/period-words.ts', /(?:^|\s)2024$/],
];

async function makeThem(): Promise<void> {
  const files = new Set(calls().map(({ file }) => file));
  for (const file of files) await import(/* @vite-ignore */ join(root, file));
  const { createDocument } = await import('../src/document/create.ts');
  const { parseWithRemark } = await import('../src/document/remark.ts');
  const { lint } = await import('../src/engine/lint.ts');
  const { allRules } = await import('./corpus/settings.ts');
  lint(createDocument({ source: post, path: 'post.md', parse: parseWithRemark }), {
    ...allRules,
    post: { ...allRules.post, terms: [{ term: 'JavaScript', variants: ['Javascript'], anyCase: false }] },
  });
}

test('every regular expression that is made of text is seen', async () => {
  await makeThem();
  unwatch();
  const seen = new Set([...made.values()].map(({ call }) => `${call.file}:${call.line}`));
  const excused = new Set(written.map(([file]) => file));
  const unseen = calls().filter(({ file, line }) => !seen.has(`${file}:${line}`) && !excused.has(file));
  expect(unseen).toEqual([]);
  expect(written.filter(([file]) => !calls().some((call) => call.file === file))).toEqual([]);
  expect(linesOf('a;\nconst b = [RegExp("x")];\nnew RegExp(c)')).toEqual([2, 3]);
}, 60_000);

test('none of the short ones takes more than linear time, as the analyser sees it', () => {
  const all = [...[...made.values()].map(({ pattern }) => pattern), ...written.map(([, example]) => example)];
  expect(all.length).toBeGreaterThan(60);
  const judged = all.filter(
    ({ source }) => isUnbounded(source) && source.length <= 46 && !source.includes('(?<'),
  );
  expect(judged.filter(({ source, flags }) => judge(source, flags).status !== 'safe')).toEqual([]);
}, 120_000);
