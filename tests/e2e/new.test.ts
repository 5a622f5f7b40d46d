import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

/** Recaps of four quarters; what is given is different in each. */
function recap(quarter: number, year: number, date: string, given: { author?: string; image?: string } = {}) {
  const months = [
    'January, February, and March',
    'April, May, and June',
    'July, August, and September',
    'October, November, and December',
  ][quarter - 1];
  const author = given.author ?? 'Mira Oduya';
  return lines(
    '---',
    `title: "Q${quarter} ${year} Recap from ${author}"`,
    `author: ${author}`,
    `description: 'What the club did in ${months} of ${year}.'`,
    `date: ${date}T09:00:00Z # in UTC`,
    'tags: [recaps, club]',
    `permalink: /news/q${quarter}-${year}-recap/`,
    `image: ${given.image ?? `/img/${year}-q${quarter}.png`}`,
    'layout: post',
    '---',
    '',
    '## Summary',
    '',
    'The club met.',
    '',
    '## Finance & Legal',
    '',
    'All is paid.',
  );
}

const recaps = {
  'content/q4-2023-recap.md': recap(4, 2023, '2024-01-12'),
  'content/q1-2024-recap.md': recap(1, 2024, '2024-04-11'),
  'content/q2-2024-recap.md': recap(2, 2024, '2024-07-10'),
  '.git/HEAD': '',
};

/** What `recaplint new` writes, by the path that it prints. */
function create(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = recaplint(['new', ...args], { cwd });
  const path = stdout.trim();
  return { code, stderr, path, text: code === 0 ? readFileSync(join(cwd, path), 'utf8') : '' };
}

/** The rules that report on a post, with the line of each finding. */
function findings(cwd: string, path: string): string[] {
  const { stdout } = recaplint(['--format', 'json', path], { cwd });
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string; line: number }[] }];
  return messages.map(({ ruleId, line }) => `${ruleId} ${line}`);
}

test('the next post follows the last ones', () => {
  const cwd = makeFolder(recaps);
  const { path, text, stderr } = create(cwd, '2024-Q3');
  expect({ path, stderr }).toEqual({ path: 'content/q3-2024-recap.md', stderr: '' });
  expect(text).toBe(
    lines(
      '---',
      'title: "Q3 2024 Recap from Mira Oduya"',
      'author: Mira Oduya',
      "description: 'What the club did in July, August, and September of 2024.'",
      'date: 2024-10-11T09:00:00Z # in UTC',
      'tags: [recaps, club]',
      'permalink: /news/q3-2024-recap/',
      'image: /img/2024-q3.png',
      'layout: post',
      '---',
      '',
      '## Summary',
      '',
      'TODO',
      '',
      '## Finance & Legal',
      '',
      'TODO',
    ),
  );
  expect(findings(cwd, path)).toEqual(['no-placeholder 14', 'no-placeholder 18']);
});

test('the year changes with the quarter', () => {
  const cwd = makeFolder({
    ...recaps,
    'content/q3-2024-recap.md': recap(3, 2024, '2024-10-10'),
    'content/q4-2024-recap.md': recap(4, 2024, '2025-01-15'),
  });
  const { path, text } = create(cwd, 'Q1 2025');
  expect(path).toBe('content/q1-2025-recap.md');
  expect(text).toContain('in January, February, and March of 2025.');
  expect(text).toContain('image: /img/2025-q1.png');
});

test('what only a writer knows is left open, and reported', () => {
  const cwd = makeFolder({
    'content/q4-2023-recap.md': recap(4, 2023, '2024-01-12', { author: 'Ada Brook', image: '/img/owl.png' }),
    'content/q1-2024-recap.md': recap(1, 2024, '2024-04-11', { image: '/img/wren.png' }),
    'content/q2-2024-recap.md': recap(2, 2024, '2024-07-10', { author: 'Jon Vale', image: '/img/crow.png' }),
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, '2024-Q3');
  expect(text).toContain('title: "Q3 2024 Recap from ___"\nauthor: TODO\n');
  expect(text).toContain('image: TODO\n');
  expect(findings(cwd, path)).toEqual([2, 3, 8, 14, 18].map((line) => `no-placeholder ${line}`));
});

test('with a configuration, its sections, patterns and window count', () => {
  const cwd = makeFolder({
    ...recaps,
    '.recaplintrc.json': JSON.stringify({
      series: [
        {
          name: 'recaps',
          files: ['content/*.md'],
          title: 'Q{quarter} {year} Recap from {author}',
          path: 'q{quarter}-{year}-recap',
          window: { opens: 15, closes: 40 },
          sections: ['Summary', 'Membership', { name: 'Finance', aliases: ['Finance & Legal'] }],
          ordered: true,
        },
      ],
    }),
  });
  const { path, text } = create(cwd, '2024-Q3', '--series', 'recaps');
  expect(text).toContain('date: 2024-10-15T09:00:00Z');
  expect(text.match(/^## .*/gm)).toEqual(['## Summary', '## Membership', '## Finance & Legal']);
  expect(findings(cwd, path).every((finding) => finding.startsWith('no-placeholder '))).toBe(true);
});

test('a configuration is enough for the first post', () => {
  const cwd = makeFolder({
    '.recaplintrc.json': JSON.stringify({
      series: [
        {
          name: 'notes',
          files: ['posts/*.md'],
          title: '{Month} {year} Notes',
          path: '{Month}-{year}-notes',
          cadence: 'month',
          sections: ['News'],
        },
      ],
    }),
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, '2024-05');
  expect(path).toBe('posts/may-2024-notes.md');
  expect(text).toBe(
    lines('---', 'title: "May 2024 Notes"', 'date: 2024-06-01', '---', '', '## News', '', 'TODO'),
  );
  expect(findings(cwd, path)).toEqual(['no-placeholder 8']);
});

test('numbers go up, headers and links to the issue before stay in form', () => {
  const issue = (number: number, day: string) =>
    lines(
      `Title: Bird Notes ${number}`,
      `Number: ${number}`,
      `Date: 2024-03-${day}`,
      'Tags: birds',
      '',
      `[Last issue](2024-03-${String(Number(day) - 7).padStart(2, '0')}-bird-notes.md)`,
      '',
      '## Seen',
      '',
      'Many.',
    );
  const cwd = makeFolder({
    '2024-03-06-bird-notes.md': issue(40, '06').replace(/\[.*\n\n/, ''),
    '2024-03-13-bird-notes.md': issue(41, '13'),
    '2024-03-20-bird-notes.md': issue(42, '20'),
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, '2024-W13');
  expect(path).toBe('2024-03-27-bird-notes.md');
  expect(text).toBe(
    lines(
      'Title: Bird Notes 43',
      'Number: 43',
      'Date: 2024-03-27',
      'Tags: birds',
      '',
      '[Last issue](2024-03-20-bird-notes.md)',
      '',
      '## Seen',
      '',
      'TODO',
    ),
  );
  expect(findings(cwd, path)).toEqual(['no-placeholder 10']);
});

test('the thirteenth recap after twelve', () => {
  const cwd = makeFolder({ '.git/HEAD': '' });
  cpSync(join(root, 'tests', 'posts', 'series', 'recaps'), join(cwd, 'recaps'), { recursive: true });
  const { path, text } = create(cwd, '2024-Q1');
  expect(path).toBe('recaps/2024-q1-recap.md');
  expect(text).toContain('\nissue: 13\n');
  expect(text).toContain('[previous recap](/recaps/2023-q4-recap/)');
});

test('TOML, CRLF, folders of years and a folder for each post', () => {
  const issue = (month: string, number: string, words: string) =>
    lines(
      '+++',
      `title = "${month} 2024 digest"`,
      `date = 2024-${number}-03`,
      `summary = "${words}"`,
      'draft = false',
      '+++',
      '',
      `# ${month} 2024 digest`,
      '',
      '## News',
      '',
      'Some.',
    ).replaceAll('\n', '\r\n');
  const cwd = makeFolder({
    'blog/2024/digest-2024-09/index.md': issue('September', '10', 'Rain.'),
    'blog/2024/digest-2024-10/index.md': issue('October', '11', 'Wind.'),
    'blog/2024/digest-2024-11/index.md': issue('November', '12', 'Fog.'),
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, 'December 2024');
  expect(path).toMatch(/^blog\/202[45]\/digest-2024-12\/index\.md$/);
  expect(text).toBe(
    lines(
      '+++',
      'title = "December 2024 digest"',
      'date = 2025-01-03',
      'summary = "TODO"',
      'draft = false',
      '+++',
      '',
      '# December 2024 digest',
      '',
      '## News',
      '',
      'TODO',
    ).replaceAll('\n', '\r\n'),
  );
  expect(findings(cwd, path).every((finding) => finding.startsWith('no-placeholder '))).toBe(true);
});

test('titles that are free are left to the writer, and the file is called after the date', () => {
  const issue = (title: string, date: string) =>
    lines('---', `title: ${title}`, `date: ${date}`, '---', '', '## News', '', 'Some.');
  const cwd = makeFolder({
    'news/2024-01.md': issue('A cold month', '2024-02-02'),
    'news/2024-02.md': issue('Storks are back', '2024-03-02'),
    'news/2024-03.md': issue('Spring', '2024-04-02'),
    '.git/HEAD': '',
  });
  const { code, path, text } = create(cwd, '2024-04');
  expect(code).toBe(0);
  expect(path).toBe('news/2024-04.md');
  expect(text).toContain('title: TODO\ndate: 2024-05-0');
});

test('JSON, numbers, groups and dates in words', () => {
  const issue = (week: number, date: string, alt: string) =>
    lines(
      '{',
      `  "title": "Club: news of week ${week}, 2024",`,
      `  "authors": [{ "name": "Ada Brook" }],`,
      `  "hero": { "image": "/img/w${week}.png", "alt": "${alt}" },`,
      `  "date": "${date}",`,
      `  "updated": "${date.replace('2024', '2025')}"`,
      '}',
      '',
      '## Thanks',
      '',
      'Thanks.',
    );
  const cwd = makeFolder({
    'w05.md': issue(5, 'February 5, 2024', 'A wren'),
    'w06.md': issue(6, 'February 12, 2024', 'An owl'),
    'w07.md': issue(7, 'February 19, 2024', 'Two crows'),
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, '2024-W08');
  expect(path).toBe('w08.md');
  expect(text.split('\n\n')[0]).toBe(
    lines(
      '{',
      '  "title": "Club: news of week 8, 2024",',
      '  "authors": [{ "name": "Ada Brook" }],',
      '  "hero": { "image": "/img/w8.png", "alt": "TODO" },',
      '  "date": "February 26, 2024",',
      '  "updated": "February 26, 2024"',
      '}',
    ).trimEnd(),
  );
  expect(findings(cwd, path)).toEqual(['no-placeholder 4', 'no-placeholder 11']);
});

test.each([
  ['its own', ['2023/10/index.md', '2023/11/index.md', '2023/12/index.md'], '2024/01/index.md'],
  [
    'the publication',
    ['2023/11/october.md', '2023/12/november.md', '2024/01/december.md'],
    '2024/02/january.md',
  ],
  ['the day', ['2023/11/05/index.md', '2023/12/05/index.md', '2024/01/05/index.md'], '2024/02/05/index.md'],
])('a folder for each month is that of the next post: %s', (_, paths, next) => {
  const posts = paths.map((path, i) => {
    const month = ['October', 'November', 'December'][i];
    const date = ['2023-11-05', '2023-12-05', '2024-01-05'][i];
    return [path, lines('---', `title: Letter of ${month} 2023`, `date: ${date}`, '---', '', 'Text.')];
  });
  const cwd = makeFolder({ ...Object.fromEntries(posts), '.git/HEAD': '' });
  expect(create(cwd, '2024-01')).toMatchObject({ path: next, stderr: '' });
});

test('numbers in the front matter: of the period, in a row, and such as nobody can know', () => {
  const issue = (quarter: number, id: number, minutes: number) =>
    lines(
      '---',
      `title: Q${quarter} 2024 recap`,
      `quarter: ${quarter}`,
      `id: ${id}`,
      `minutes: ${minutes}`,
      'weight: 4',
      '---',
      '',
      '## News',
      '',
      'Text.',
    );
  const cwd = makeFolder({
    'q1-2024.md': issue(1, 21, 5),
    'q2-2024.md': issue(2, 22, 9),
    'q3-2024.md': issue(3, 23, 4),
    '.git/HEAD': '',
  });
  const { text } = create(cwd, '2024-Q4');
  expect(text.split('\n').slice(1, 6)).toEqual([
    'title: Q4 2024 recap',
    'quarter: 4',
    'id: 24',
    'minutes: TODO',
    'weight: 4',
  ]);
});

test('dates: bounds of the period, weekdays, and such as cannot be read', () => {
  const issue = (quarter: number, weekday: string, start: string, end: string, date: string) =>
    lines(
      '---',
      `title: Q${quarter} 2024 recap`,
      `date: ${weekday}, ${date} 2024`,
      `start: 2024-${start}`,
      `end: 2024-${end}`,
      `published: ${quarter}/2/2024`,
      `tags: [club, q${quarter}, ${['storm', 'flood', 'frost'][quarter - 1]}, ${['tea', 'milk', 'soup'][quarter - 1]}, recap]`,
      '---',
      '',
      'Text.',
    );
  const cwd = makeFolder({
    'q1-2024.md': issue(1, 'Monday', '01-01', '03-31', '8 April'),
    'q2-2024.md': issue(2, 'Monday', '04-01', '06-30', '8 July'),
    'q3-2024.md': issue(3, 'Tuesday', '07-01', '09-30', '8 October'),
    '.git/HEAD': '',
  });
  expect(create(cwd, '2024-Q4').text.split('\n').slice(1, 7)).toEqual([
    'title: Q4 2024 recap',
    'date: Wednesday, 8 January 2025',
    'start: 2024-10-01',
    'end: 2024-12-31',
    'published: TODO',
    'tags: [club, q4, TODO, recap]',
  ]);
});

test('what appears on the first of its month goes on doing so', () => {
  const posts = ['January', 'February', 'March'].map((month, i) => [
    `2024-0${i + 1}.md`,
    lines('---', `title: Plans for ${month} 2024`, `date: 2024-0${i + 1}-01`, '---', '', 'Text.'),
  ]);
  const cwd = makeFolder({ ...Object.fromEntries(posts), '.git/HEAD': '' });
  expect(create(cwd, '2024-04').text).toContain('date: 2024-04-01');
});

test('a post before the first one has a lower number', () => {
  const posts = [7, 8, 9].map((number) => [
    `2024-0${number - 4}.md`,
    lines(`# Note ${number}: ${['March', 'April', 'May'][number - 7]} 2024`, '', 'Text.'),
  ]);
  const cwd = makeFolder({ ...Object.fromEntries(posts), '.git/HEAD': '' });
  expect(create(cwd, '2024-02').text).toContain('# Note 6: February 2024');
});

test('parts of a period begin with the first', () => {
  const parts = ['2024-01', '2024-02', '2024-03'].flatMap((month, i) =>
    [1, 2].map((part) => [
      `${month}-part-${part}.md`,
      lines(`# ${['January', 'February', 'March'][i]} 2024, part ${part}`, '', 'Text.'),
    ]),
  );
  const { path, text } = create(makeFolder({ ...Object.fromEntries(parts), '.git/HEAD': '' }), '2024-04');
  expect(path).toBe('2024-04-part-1.md');
  expect(text.split('\n')[0]).toBe('# April 2024, part 1');
});

test('code in a heading is written as the last posts write it', () => {
  const issue = (quarter: number) =>
    lines(`# Q${quarter} 2024 recap`, '', '## News of `club run`: *all*', '', 'Text.');
  const cwd = makeFolder({ 'q1-2024.md': issue(1), 'q2-2024.md': issue(2), '.git/HEAD': '' });
  expect(create(cwd, '2024-Q3').text).toContain('\n## News of `club run`: *all*\n');
});

test('two posts are enough to begin with', () => {
  const cwd = makeFolder({
    'q1-2024-recap.md': '# Q1 2024 Recap\n\n## News\n\nText.\n',
    'q2-2024-recap.md': '# Q2 2024 Recap\n\n## News\n\nText.\n',
    '.git/HEAD': '',
  });
  const { path, text } = create(cwd, '2024-Q3');
  expect(path).toBe('q3-2024-recap.md');
  expect(text).toBe('# Q3 2024 Recap\n\n## News\n\nTODO\n');
});

test('--dry-run prints and writes nothing', () => {
  const cwd = makeFolder(recaps);
  const { code, stdout, stderr } = recaplint(['new', '2024-Q3', '--dry-run'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('title: "Q3 2024 Recap from Mira Oduya"');
  expect(stderr).toBe('recaplint: content/q3-2024-recap.md would be:\n');
  expect(existsSync(join(cwd, 'content/q3-2024-recap.md'))).toBe(false);
});

describe('what is missing is said', () => {
  const free = Object.fromEntries(
    [1, 2].map((n) => [`b/q${n}-2024-plan.md`, `# Q${n} 2024 Plan\n\nText.\n`]),
  );
  const cases: readonly [what: string, files: Record<string, string>, args: string[], message: string][] = [
    [
      'no period',
      recaps,
      ['soon'],
      '"soon" is no period: write it as 2024-Q3, 2024-05, 2024-W23, 2024-H1 or 2024.',
    ],
    ['a post that is there', recaps, ['2024-Q2'], 'Q2 2024 has its post: "content/q2-2024-recap.md".'],
    [
      'no series',
      { 'a.md': '# Title\n' },
      ['2024-Q3'],
      'it takes two posts of one series, or a series in the configuration.',
    ],
    [
      'several series',
      { ...recaps, ...free, 'b/q4-2023-plan.md': '# Q4 2023 Plan\n' },
      ['2024-Q3'],
      'Say which with --series.',
    ],
    [
      'an unknown series',
      recaps,
      ['2024-Q3', '--series', 'digest'],
      '--series "digest" names none of: “{} recap from {}”.',
    ],
    [
      'a period of another length',
      recaps,
      ['2024-05'],
      'has a post for each quarter, and May 2024 is none: write Q2 2024.',
    ],
    [
      'a period of another length than the configured one',
      {
        ...recaps,
        '.recaplintrc.json':
          '{ "series": [{ "name": "recaps", "files": ["content/*"], "cadence": "quarter" }] }',
      },
      ['2024-H1'],
      '“recaps” has a post for each quarter, and H1 2024 is none: write Q1 2024.',
    ],
    [
      'a quarter of a year that starts nobody knows when',
      recaps,
      ['FY2024-Q3'],
      'Nothing says which days Q3 FY2024 has: give the series a "calendar"',
    ],
    [
      'a file that cannot be named',
      { '.recaplintrc.json': '{ "series": [{ "name": "notes", "files": ["*.md"] }] }' },
      ['2024-Q3'],
      '“notes” has no post yet and no "path" in the configuration',
    ],
  ];

  test.each(cases)('%s', (_, files, args, message) => {
    const run = recaplint(['new', ...args], { cwd: makeFolder({ ...files, '.git/HEAD': '' }) });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});

test('a file that is there stays as it is', () => {
  const cwd = makeFolder({ ...recaps, 'content/q3-2024-recap.md': 'mine' });
  const run = recaplint(['new', '2024-Q3'], { cwd });
  expect(run.code).toBe(2);
  expect(readFileSync(join(cwd, 'content/q3-2024-recap.md'), 'utf8')).toBe('mine');
});
