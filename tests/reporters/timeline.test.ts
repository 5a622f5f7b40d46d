import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { timelineOf } from '../../src/document/timeline.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { timeline, timelineJson } from '../../src/reporters/timeline.ts';
import { context, result } from './results.ts';

const text = `---
title: Q2 2024 Recap
date: 2024-05-07
---

In Q1, we welcomed Ada. We will share more in 2031.
`;

function resultOf(source: string, path = 'recap.md') {
  const document = createDocument({ source, path, parse: parseWithRemark });
  return { ...result('recap.md', source), timeline: timelineOf(document, noPostSettings, 0.5) };
}

test('a chart has a bar for each period', () => {
  expect(timeline([resultOf(text)], context).split('\n')).toEqual([
    'recap.md',
    '  about   Q2 2024, 1 April 2024 to 30 June 2024',
    '  looks   back',
    '  dated   7 May 2024',
    '  window  from 16 May 2024',
    '',
    'line  1 January 2024                      30 June 2024  period   role     by',
    '                              ████████████████████████  Q2 2024                    the post',
    '                                         ─────────────                             its window',
    '                                       ◆                                           its date',
    '   2                          ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒  Q2 2024  subject  title    Q2 2024',
    '   6  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                          Q1 2024  subject  opening  Q1',
    '   6                                                 ▸  2031     plan     future   2031',
    '',
  ]);
});

test('a post without any time has a chart all the same', () => {
  expect(
    timeline([resultOf('Hello.\n', 'hello.md')], context)
      .split('\n')
      .slice(0, 5),
  ).toEqual([
    'recap.md',
    '  about   no period',
    '  looks   neither back nor ahead, by its title',
    '  dated   nowhere',
    '  window  any day',
  ]);
});

test('what a post quotes cannot move the cursor, and is no command to a CI runner', () => {
  const results = [{ ...resultOf('It was \u001B[2J**Q1**\u001B[2J 2024.\n'), path: '/posts/##[group].md' }];
  expect(timeline(results, context)).not.toContain('\u001B');
  expect(timelineJson(results, context)).not.toContain('##[');
});

test('JSON has days, places and cues', () => {
  expect(JSON.parse(timelineJson([resultOf(text)], context))).toEqual([
    {
      filePath: '/posts/recap.md',
      looks: 'back',
      subject: { name: 'Q2 2024', first: '2024-04-01', last: '2024-06-30', contested: false },
      date: '2024-05-07',
      window: { opens: '2024-05-16', closes: null },
      mentions: [
        {
          line: 2,
          column: 8,
          endLine: 2,
          endColumn: 15,
          text: 'Q2 2024',
          place: 'title',
          role: 'subject',
          cue: 'title',
          period: { name: 'Q2 2024', first: '2024-04-01', last: '2024-06-30' },
        },
        {
          line: 6,
          column: 4,
          endLine: 6,
          endColumn: 6,
          text: 'Q1',
          place: 'intro',
          role: 'subject',
          cue: 'opening',
          period: { name: 'Q1 2024', first: '2024-01-01', last: '2024-03-31' },
        },
        {
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 51,
          text: '2031',
          place: 'intro',
          role: 'plan',
          cue: 'future',
          period: { name: '2031', first: '2031-01-01', last: '2031-12-31' },
        },
      ],
    },
  ]);
});
