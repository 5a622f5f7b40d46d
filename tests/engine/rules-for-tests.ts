import * as z from 'zod/mini';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { defineRule, type Rule } from '../../src/engine/rule.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';

/** Reports every occurrence of a word in the source and fixes it. */
export const noWord = defineRule({
  id: 'no-word',
  summary: 'Disallow a word.',
  category: 'prose',
  recommended: 'error',
  fixes: 'always',
  options: z.strictObject({
    word: z._default(z.string(), 'bad'),
    becomes: z._default(z.string(), 'good'),
    safety: z._default(z.enum(['safe', 'unsafe']), 'safe'),
  }),
  messages: { found: 'The word `{word}` stands here: write `{becomes}`.' },
  *check(document, { word, becomes, safety }) {
    for (
      let start = document.source.indexOf(word);
      start >= 0;
      start = document.source.indexOf(word, start + word.length)
    ) {
      const range = { start, end: start + word.length };
      const fix = { title: `Write ${becomes}`, safety, edits: [{ range, text: becomes }] };
      yield { message: 'found', data: { word, becomes }, range, fix };
    }
  },
});

/** Breaks down on every post. */
export const broken = defineRule({
  id: 'broken',
  summary: 'Break down.',
  category: 'prose',
  recommended: 'error',
  messages: { never: 'Never.' },
  // biome-ignore lint/correctness/useYield: it breaks down before it can
  *check() {
    throw new Error('out of order');
  },
});

/** Settings with these rules on at their default options, or at those given. */
export function settingsOf(
  rules: readonly (Rule | readonly [Rule, object])[],
  more: Partial<Settings> = {},
): Settings {
  const active = rules.map((entry) => {
    const [rule, options] = Array.isArray(entry) ? (entry as [Rule, object]) : [entry as Rule, {}];
    return { rule, severity: 'error' as const, options: rule.options ? rule.options.parse(options) : {} };
  });
  return {
    rules: active,
    post: noPostSettings,
    knownIds: new Set(active.map(({ rule }) => rule.id)),
    inlineConfig: true,
    requireReasons: false,
    ...more,
  };
}

export function documentOf(source: string, path = 'post.md') {
  return createDocument({ source, path, parse: parseWithRemark });
}
