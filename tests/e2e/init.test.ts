import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/config/json.ts';
import { archivesFolder, hasArchives } from '../corpus/posts.ts';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

const quarters = Array.from({ length: 8 }, (_, i) => ({
  quarter: (i % 4) + 1,
  year: 2022 + Math.floor(i / 4),
}));
const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** A recap of each quarter, dated ten days after it. */
function recaps(body: (issue: number) => string): Record<string, string> {
  return Object.fromEntries(
    quarters.map(({ quarter, year }, i) => {
      const date = `${quarter === 4 ? year + 1 : year}-${String(((quarter * 3) % 12) + 1).padStart(2, '0')}-10`;
      const head = `title: Q${quarter} ${year} Recap from ${i % 2 ? 'Ada Brook' : 'Mira Oduya'}\nauthor: ${i % 2 ? 'Ada Brook' : 'Mira Oduya'}\ndate: ${date}\ntags: [recaps, club]`;
      return [`content/q${quarter}-${year}-recap.md`, `---\n${head}\n---\n\n${body(i)}`];
    }),
  );
}

const sections = (issue: number) =>
  ['Summary', issue < 6 ? 'Finance' : 'Finance & Legal', ...(issue % 2 ? ['Events'] : []), 'Community']
    .map((name) => `## ${name}\n\nThe club met ${issue + 2} times.\n`)
    .join('\n');

const digests = Object.fromEntries(
  monthNames.map((month, i) => [
    `digests/2024/${month.toLowerCase()}/index.md`,
    `+++\ntitle = "${month} 2024 Digest: ${'apples pears plums figs dates limes nuts peas beans leeks corn rye'.split(' ')[i]} and more"\ndate = 2024-${String(i + 1).padStart(2, '0')}-28\n+++\n\n# News\n\nAll is well.\n`,
  ]),
);

const weekly = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [
    `2024-03-${String(i * 3 + 1).padStart(2, '0')}-bird-notes.md`,
    `Title: Bird Notes ${i + 41}\nDate: 2024-03-${String(i * 3 + 1).padStart(2, '0')}\n\n## Seen\n\nMany birds.\n`,
  ]),
);

/** The configuration that is written, as data; the exit code and what was said. */
function init(cwd: string, ...args: string[]) {
  const run = recaplint(['init', ...args], { cwd });
  const file = join(cwd, '.recaplintrc.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { ...run, text, config: text === '' ? null : (readJson(file, text).value as { series?: object[] }) };
}

test('a series is learned with all that its issues share', () => {
  const cwd = makeFolder({ ...recaps(sections), 'README.md': '# The club\n', '.git/HEAD': '' });
  const { code, stdout, stderr, config, text } = init(cwd);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(config?.series).toEqual([
    {
      name: 'recap',
      files: ['content/*.md'],
      title: 'Q{quarter} {year} Recap from {author}',
      path: 'q{quarter}-{year}-recap',
      cadence: 'quarter',
      looks: 'back',
      window: { opens: -4, closes: null },
      sections: [
        'Summary',
        { name: 'Finance', aliases: ['Finance & Legal'] },
        { name: 'Events', optional: true },
        'Community',
      ],
      ordered: true,
    },
  ]);
  expect(text).toContain('// 8 posts, Q1 2022 to Q4 2023.');
  expect(text).toContain('// 4 of 8');
  expect(stderr.split('\n').map((line) => line.replace('recaplint: ', ''))).toEqual([
    '8 posts: quarterly, titles “Q{quarter} {year} Recap from {author}”, 3 sections shared by all',
    '  period: a quarter, named (8 of 8)',
    '  direction: back (8 of 8)',
    '  titles: “Q{quarter} {year} Recap from {author}” (8 of 8)',
    '  file names: “q{quarter}-{year}-recap” (8 of 8)',
    "  dates: 10 to 10 days from the period's last day, mostly 10 (8 of 8)",
    '  sections: Summary (8 of 8); Finance, also called Finance & Legal (8 of 8); Events (4 of 8); Community (8 of 8)',
    '  front matter: title: text (8 of 8); author: text (8 of 8); date: text (8 of 8); tags: a list (8 of 8)',
    '  tags: recaps (8 of 8); club (8 of 8)',
    '  author: one name (8 of 8)',
    '  files: content/*.md (“recap”)',
    '1 post in no series, or in one too short to learn from',
    'wrote .recaplintrc.json. "recaplint" now checks the posts with it.',
    '',
  ]);
  expect(recaplint(['content'], { cwd })).toMatchObject({ code: 0, stdout: '' });
});

test('with the configuration a post that departs from it is reported', () => {
  const cwd = makeFolder({ ...recaps(sections), '.git/HEAD': '' });
  init(cwd);
  writeFileSync(
    join(cwd, 'content/q1-2024-recap.md'),
    '---\ntitle: Q1 2024 Recap from Ada Brook\nauthor: Ada Brook\ndate: 2024-02-01\n---\n\n## Summary\n\nWe met.\n\n## Community\n\nHello.\n',
  );
  const { code, stdout } = recaplint(['content/q1-2024-recap.md'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('The section *Finance* is missing');
  expect(stdout).toContain('date-in-window');
});

test('several series in one archive are told apart', () => {
  const cwd = makeFolder({ ...recaps(sections), ...digests, ...weekly, '.git/HEAD': '' });
  const { config } = init(cwd);
  expect(
    config?.series?.map((series) => [Object(series).name, Object(series).files, Object(series).title]),
  ).toEqual([
    ['bird notes', ['*.md'], 'Bird Notes {number}'],
    ['recap', ['content/*.md'], 'Q{quarter} {year} Recap from {author}'],
    ['digest', ['digests/*/*/index.md'], '{Month} {year} Digest: {any} and more'],
  ]);
  expect(recaplint(['.'], { cwd }).stdout).not.toContain('required-sections');
});

test('terms that most posts write in one way', () => {
  const cwd = makeFolder({
    ...recaps((issue) => `The code is on GitHub, and GitHub${issue === 3 ? ', or Github,' : ''} is kind.\n`),
    '.git/HEAD': '',
  });
  const { text, stderr } = init(cwd);
  expect(text).toContain('"GitHub": ["Github"] // 16 of 17');
  expect(stderr).toContain('terms: GitHub, not Github (16 of 17 times)');
  expect(recaplint(['content'], { cwd }).stdout).toContain('“Github” is written “GitHub” here');
});

test('German titles are read as German', () => {
  const months = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'];
  const posts = months.map((month, i) => [
    `2024-0${i + 1}.md`,
    `---\ntitle: Bericht ${month} 2024\ndate: 2024-0${i + 2}-05\n---\n\nText.\n`,
  ]);
  const { text } = init(makeFolder({ ...Object.fromEntries(posts), '.git/HEAD': '' }));
  expect(text).toContain('"language": "de"');
  expect(text).toContain('"title": "Bericht {Month} {year}"');
});

test('what is no text in a heading is not written down', () => {
  const headings = (issue: number) =>
    `## Use of \`club\`\n\nOften, ${issue} times.\n\n## ![](a.png)\n\nSeen ${issue + 3} times.\n`;
  const cwd = makeFolder({ ...recaps(headings), '.git/HEAD': '' });
  expect(init(cwd).config?.series).toMatchObject([{ sections: ['Use of'] }]);
  expect(recaplint(['.'], { cwd }).stdout).not.toContain('required-sections');
});

test('translations beside the originals are a series of their own, in their language', () => {
  const german = 'Januar Februar März April Mai Juni Juli'.split(' ');
  const issue = (title: string, i: number) =>
    `---\ntitle: ${title}\ndate: 2024-0${i + 2}-0${i + 1}\n---\n\n## News\n\n${i + 3} meetings.\n`;
  const posts = german.flatMap((name, i) => [
    [`posts/2024-0${i + 1}.md`, issue(`Letter of ${monthNames[i]} 2024`, i)],
    [`posts/2024-0${i + 1}.de.md`, issue(`Brief vom ${name} 2024`, i)],
  ]);
  const cwd = makeFolder({ ...Object.fromEntries(posts), '.git/HEAD': '' });
  expect(init(cwd).config?.series).toMatchObject([
    { files: ['posts/*-*.de.md'], title: 'Brief vom {Month} {year}', language: 'de' },
    { files: ['posts/*-*[0-9].md'], title: 'Letter of {Month} {year}' },
  ]);
  const { stdout } = recaplint(['--format', 'json', '.'], { cwd });
  expect(JSON.parse(stdout).flatMap(({ messages }: { messages: object[] }) => messages)).toEqual([]);
});

test('too few posts give a configuration that says so', () => {
  const cwd = makeFolder({ 'q1-2024-recap.md': '# Q1 2024 Recap\n\nText.\n', '.git/HEAD': '' });
  const { code, stderr, config, text } = init(cwd);
  expect(code).toBe(0);
  expect(stderr).toContain('1 post: too few of one kind to learn a series from.');
  expect(Object.keys(config!)).toEqual(['extends']);
  expect(text).toContain('// 1 post: too few');
  expect(recaplint(['.'], { cwd })).toMatchObject({ code: 0, stdout: '' });
});

test('editors find the schema where the package is installed, also above the folder', () => {
  const schema = 'node_modules/recaplint/schema/recaplintrc.schema.json';
  const site = makeFolder({ [schema]: '{}', 'site/news/q1-2024-recap.md': '# Q1 2024 Recap\n\nText.\n' });
  expect(init(join(site, 'site')).config).toMatchObject({ $schema: `../${schema}` });
});

describe('what is there is not replaced', () => {
  const post = { 'a.md': '# Title\n\nText.\n', '.git/HEAD': '' };

  test.each([
    ['.recaplintrc.json', '{}'],
    ['.recaplintrc.yaml', '{}'],
    ['package.json', '{ "recaplint": {} }'],
  ])('%s', (name, text) => {
    const cwd = makeFolder({ ...post, [name]: text });
    const { code, stderr } = recaplint(['init'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(`recaplint: There is a configuration already: ${name}. --force replaces it.\n`);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  });

  test('a package that says nothing of recaplint is none', () => {
    expect(init(makeFolder({ ...post, 'package.json': '{ "name": "recaplint" }' })).code).toBe(0);
    expect(init(makeFolder({ ...post, 'package.json': 'broken' })).code).toBe(0);
  });

  test('but by --force', () => {
    const cwd = makeFolder({ ...post, '.recaplintrc.json': '{}' });
    expect(init(cwd, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, '.recaplintrc.json'), 'utf8')).toContain('"extends"');
  });

  test('a file of another name would be hidden', () => {
    const { code, stderr } = init(makeFolder({ ...post, '.recaplintrc.yaml': '{}' }), '--force');
    expect(code).toBe(2);
    expect(stderr).toContain('.recaplintrc.yaml would be hidden');
  });

  test('--dry-run prints and writes nothing', () => {
    const cwd = makeFolder({ ...post, '.recaplintrc.json': '{}' });
    const { code, stdout } = recaplint(['init', '--dry-run'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('"extends": ["recaplint:recommended"]');
    expect(readFileSync(join(cwd, '.recaplintrc.json'), 'utf8')).toBe('{}');
  });
});

test.each([
  [['none.md'], '"none.md" does not exist'],
  [['..'], 'lies outside this folder'],
  [['empty'], 'There is no post to learn from'],
])('init %j fails and writes nothing', (paths, message) => {
  const folder = makeFolder({ 'inner/empty': null, 'a.md': '# A\n', '.git/HEAD': '' });
  const cwd = join(folder, 'inner');
  const { code, stderr } = recaplint(['init', ...paths], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(readdirSync(cwd)).toEqual(['empty']);
});

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly { ruleId: string; severity: number; line: number; column: number }[];
}

/** The errors of a folder, each as one text. */
function errorsIn(cwd: string): Map<string, string> {
  recaplint(['--format', 'json', '--output-file', '../report.json', '.'], { cwd });
  const reports = JSON.parse(readFileSync(join(cwd, '../report.json'), 'utf8')) as FileReport[];
  return new Map(
    reports.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ severity }) => severity === 2)
        .map(({ ruleId, line, column }) => [`${filePath}:${line}:${column} ${ruleId}`, ruleId] as const),
    ),
  );
}

/** Our own archives, by their folders below the project's. */
const ownArchives = [
  'content',
  ...readdirSync(join(root, 'tests', 'posts', 'styles')).map((name) => `tests/posts/styles/${name}`),
];

// Minutes for the largest.
const isWanted = (name: string) =>
  process.env.RECAPLINT_FULL || !/^(?:this-week-in-rust|rust-book)$/.test(name);
const archives = hasArchives
  ? readdirSync(archivesFolder).filter(isWanted)
  : ['skipped, the folder is not there'];

function expectNoNewError(folder: string): void {
  const cwd = join(makeFolder({ '.git/HEAD': '' }), 'posts');
  mkdirSync(cwd);
  cpSync(folder, cwd, { recursive: true });
  const before = errorsIn(cwd);
  expect(init(cwd).code).toBe(0);
  const added = [...errorsIn(cwd)].filter(([error]) => !before.has(error));
  // A learned window shows posts that came out long before the others of their series did.
  expect(added.filter(([, rule]) => rule !== 'date-in-window')).toEqual([]);
  expect(added.length).toBeLessThan(2);
}

describe('the configuration gives no error that was not there without it', () => {
  test.each(ownArchives)('%s', (folder) => expectNoNewError(join(root, folder)));

  test.skipIf(!hasArchives).each(archives)(
    'real archives (RECAPLINT_CORPUS): %s',
    { timeout: 120_000 },
    (name) => expectNoNewError(join(archivesFolder, name)),
  );
});
