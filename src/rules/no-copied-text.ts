import * as z from 'zod/mini';
import { defineRule, type SeriesProblem } from '../engine/rule.ts';
import { type CopiedText, copiedTexts } from '../series/copied-texts.ts';
import { type CopiedPassage, copiedPassages } from '../series/copies.ts';
import type { PostFacts } from '../series/facts.ts';
import { issueNameOf } from '../series/issue-name.ts';
import { type SharedValue, sharedValues } from '../series/shared-values.ts';

type Key = 'title' | 'description' | 'absent' | 'sentence' | 'passage' | 'count' | 'place' | 'value';

export default defineRule<Key, { unique: string[] }>({
  id: 'no-copied-text',
  summary: 'Disallow titles, descriptions and sentences left over from an earlier issue.',
  category: 'series',
  recommended: 'warn',
  yieldsTo: [
    'no-impossible-date',
    'no-wrong-weekday',
    'no-placeholder-date',
    'no-wrong-year',
    'consistent-period',
    'no-quarter-mixup',
    'consistent-date',
    'date-in-window',
    'no-stale-forward-reference',
    'series-continuity',
  ],
  options: z.strictObject({
    unique: z
      ._default(z.array(z.string()), [])
      .check(
        z.describe(
          'Keys of the front matter whose values no two posts of the series share, such as `aliases`.',
        ),
      ),
  }),
  messages: {
    title:
      'The title is that of {issue}, where each of the others has its own: write what sets this one apart.',
    description:
      'The description is that of {issue}, where each of the others has its own: say what this one is about.',
    absent:
      'The description is that of {issue}, and this post does not mention {names}: say what this one is about.',
    sentence:
      'This sentence stands in {issue} as well and still says “{time}”: write what holds now, or leave it out.',
    passage:
      'This passage stands in {issue} as well and still says “{time}”: write what holds now, or leave it out.',
    count:
      'This sentence stands in {issue} as well, with the same numbers for “{time}”: count anew, or leave it out.',
    place:
      'This sentence stands in {issue} as well, and “{time}” can be right in one of them only: count anew, or leave it out.',
    value: '`{key}` has “{value}”, as {issue} does: only one of them can have it.',
  },
  *checkSeries(posts, { unique }) {
    for (const text of copiedTexts(posts)) yield textProblem(text);
    for (const passage of copiedPassages(posts)) yield passageProblem(passage);
    for (const shared of sharedValues(posts, unique)) yield valueProblem(shared);
  },
});

function textProblem({ kind, post, other, text, original, absent }: CopiedText): SeriesProblem<Key> {
  const names = absent.slice(0, 3).join(', ');
  return {
    message: kind === 'description' && absent.length > 0 ? 'absent' : kind,
    path: post.path,
    range: text.range,
    data: { issue: issueNameOf(other), names },
    related: [placeIn(other, original.range)],
  };
}

function passageProblem({ post, other, sentences }: CopiedPassage): SeriesProblem<Key> {
  const [first] = sentences;
  const last = sentences.at(-1)!;
  return {
    message: sentences.length > 1 ? 'passage' : first.kind === 'time' ? 'sentence' : first.kind,
    path: post.path,
    range: { start: first.sentence.range.start, end: last.sentence.range.end },
    data: { issue: issueNameOf(other), time: first.said },
    related: [placeIn(other, { start: first.original.range.start, end: last.original.range.end })],
  };
}

function valueProblem({ post, key, value, other, original }: SharedValue): SeriesProblem<Key> {
  return {
    message: 'value',
    path: post.path,
    range: key.range,
    data: { key: key.value, value, issue: issueNameOf(other) },
    related: [placeIn(other, original.range)],
  };
}

function placeIn({ path }: PostFacts, range: { start: number; end: number }) {
  return { path, range, message: 'Here it stands first.' };
}
