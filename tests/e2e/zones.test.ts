import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

/** How one day is written at its ends, where other zones have another one. */
const written = [
  '2024-05-07',
  '2024-5-7',
  '2024/05/07',
  '2024-05-07T00:00:00Z',
  '2024-05-07T23:59:58+12:00',
  '2024-05-07 00:30:00 -1100',
  '2024-05-07 23:30 +02',
  '2024-05-07 11:30 PM',
  'May 7, 2024',
  '7 May 2024',
  'Tue, 07 May 2024 23:59:00 GMT',
];

const post = (date: string) => `---\ntitle: Q2 2024 Recap\ndate: "${date}"\n---\n\nText.\n`;
const posts = Object.fromEntries(written.map((date, i) => [`yaml-${i}.md`, post(date)]));

test('a date is the day that was written, wherever the machine stands', () => {
  const cwd = makeFolder({
    ...posts,
    'toml.md': '+++\ntitle = "Q2 2024 Recap"\ndate = 2024-05-07T00:00:00+13:00\n+++\n\nText.\n',
    'toml-local.md': '+++\ntitle = "Q2 2024 Recap"\ndate = 2024-05-07\n+++\n\nText.\n',
    'json.md': '{ "title": "Q2 2024 Recap",\n  "date": "2024-05-07T23:59:59-11:00" }\n\nText.\n',
    'header.md': 'Title: Q2 2024 Recap\nDate: 2024-05-07 23:30\n\nText.\n',
  });
  const runs = ['UTC', 'Pacific/Apia', 'America/Los_Angeles', 'Asia/Kathmandu'].map((TZ) =>
    recaplint(['.', '--format', 'json'], { cwd, env: { TZ } }),
  );
  const messages = JSON.stringify(JSON.parse(runs[0]!.stdout)).match(/"message":"Dated [^"]*/g) ?? [];
  expect(messages).toHaveLength(written.length + 4);
  expect(new Set(messages)).toHaveProperty('size', 1);
  expect(messages[0]).toContain('7 May 2024');
  for (const { stdout } of runs.slice(1)) expect(stdout).toBe(runs[0]!.stdout);
});
