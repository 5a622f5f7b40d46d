import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

/** Posts by their paths. */
type Archive = Readonly<Record<string, string>>;

/** A departure that is planted in the clean series. */
interface Planted {
  readonly what: string;
  /** The post at fault, which is the only one that is named where one is. */
  readonly post: string;
  readonly plant: (archive: Archive) => Archive;
  readonly rule: string;
  /** The rule that finds it where the series is configured; the same one where absent. */
  readonly configured?: string;
  /** How the text that is reported begins. */
  readonly at: string;
}

const folder = join(root, 'tests', 'posts', 'series', 'recaps');

/** Twelve quarterly recaps without a finding. */
const recaps: Archive = Object.fromEntries(
  readdirSync(folder).map((name) => [`recaps/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

/** The same recaps with titles that do not name their quarter. */
const freeTitles = [
  'A foundation for Marram',
  'Faster maps and a first audit',
  'Storms, and a grant',
  'Version 5 works on boats',
  'The members meet in Ribe',
  'Marram learns Danish and Galician',
  'Stations can be shared',
  'The Shore Book is online',
  'Our first employee',
  'Marram goes to school',
  'The old import is gone',
  'No more travelling to vote',
];
const named: Archive = Object.fromEntries(
  Object.entries(recaps).map(([path, text], i) => [
    path,
    text.replace(/^title: .*$/m, `title: ${freeTitles[i]}`),
  ]),
);

const path = (quarter: string) => `recaps/${quarter}-recap.md`;

/** Replaces a piece of a post, which must be there. */
const replaced =
  (quarter: string, from: string | RegExp, to: string) =>
  (archive: Archive): Archive => {
    const before = archive[path(quarter)]!;
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    return { ...archive, [path(quarter)]: after };
  };

const lineOf = (archive: Archive, quarter: string, key: string) =>
  new RegExp(`^${key}: .*$`, 'm').exec(archive[path(quarter)]!)![0];

/** Gives a post a line of the front matter of another one. */
const withLineOf = (quarter: string, other: string, key: string) => (archive: Archive) =>
  replaced(quarter, lineOf(archive, quarter, key), lineOf(archive, other, key))(archive);

const departures: readonly Planted[] = [
  {
    what: 'a missing section',
    post: path('2023-q4'),
    plant: replaced('2023-q4', /## Finance\n\n(?:.+\n)+\n/, ''),
    rule: 'series-consistency',
    configured: 'required-sections',
    at: '',
  },
  {
    what: 'a tag with a trailing space',
    post: path('2023-q3'),
    plant: replaced('2023-q3', 'foundation, survey]', '"foundation ", survey]'),
    rule: 'series-consistency',
    at: 'foundation ',
  },
  {
    what: "a copied paragraph with last quarter's dates",
    post: path('2022-q4'),
    plant: (archive) => {
      const [paragraph] = /^The workshop on (?:.+\n)+/m.exec(archive[path('2022-q3')]!)!;
      return replaced('2022-q4', '## What comes', `${paragraph}\n## What comes`)(archive);
    },
    rule: 'no-copied-text',
    at: 'The workshop on 14 September drew',
  },
  {
    what: 'a gap',
    post: path('2023-q3'),
    plant: ({ [path('2023-q2')]: _, ...rest }) => rest,
    rule: 'series-continuity',
    at: '',
  },
  {
    what: 'an issue number used twice',
    post: path('2023-q1'),
    plant: withLineOf('2023-q1', '2022-q4', 'issue'),
    rule: 'series-continuity',
    at: '8',
  },
  {
    what: 'a date copied from another post',
    post: path('2022-q3'),
    plant: withLineOf('2022-q3', '2022-q2', 'date'),
    rule: 'no-placeholder-date',
    at: '2022-07-15T11:20:39Z',
  },
  {
    what: 'a name spelled two ways',
    post: path('2023-q4'),
    plant: replaced('2023-q4', 'Tomasz Wierzbicki', 'Tomasz Wierbicki'),
    rule: 'consistent-terms',
    at: 'Tomasz Wierbicki',
  },
];

const repeatedTitle: Planted = {
  what: 'a repeated title',
  post: path('2022-q2'),
  plant: withLineOf('2022-q2', '2022-q1', 'title'),
  rule: 'no-copied-text',
  at: 'The members meet in Ribe',
};

/** The same posts kept in another way: where each stands, and how it is written. */
const arrangements: Readonly<Record<string, (path: string, text: string) => [path: string, text: string]>> = {
  'a folder for each post, in folders of years': (at, text) => [
    at.replace(/recaps\/((\d{4})-q\d-recap)/, 'recaps/$2/$1/index'),
    text,
  ],
  'TOML front matter': (at, text) => [
    at,
    text.replace(/^---\n(.*?)---\n/s, (_, head) => `+++\n${tomlOf(head)}+++\n`),
  ],
  'HTML bodies': (at, text) => [at, text.replace(/(?<=\n---\n).*/s, htmlOf)],
  'CRLF line ends': (at, text) => [at, text.replaceAll('\n', '\r\n')],
};

function tomlOf(yaml: string): string {
  return yaml.replace(/^(\w+): (.*)$/gm, (_, key, value: string) => {
    if (/^(?:\d+|\d{4}-.*)$/.test(value)) return `${key} = ${value}`;
    if (!value.startsWith('[')) return `${key} = "${value}"`;
    const items = value.slice(1, -1).split(', ');
    return `${key} = [${items.map((item) => (item.startsWith('"') ? item : `"${item}"`)).join(', ')}]`;
  });
}

function htmlOf(body: string): string {
  return body
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const text = block
        .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
        .replace(/<(\S+@\S+)>/g, '<a href="mailto:$1">$1</a>');
      if (text === '---') return '<hr>';
      return text.startsWith('## ') ? `<h2>${text.slice(3)}</h2>` : `<p>${text}</p>`;
    })
    .join('\n');
}

function arranged(archive: Archive, arrangement: string): Archive {
  return Object.fromEntries(Object.entries(archive).map((post) => arrangements[arrangement]!(...post)));
}

const configuration = {
  '.recaplintrc.json': JSON.stringify({
    series: [
      {
        name: 'recaps',
        files: ['recaps/*.md'],
        path: '{year}-q{quarter}-recap',
        cadence: 'quarter',
        looks: 'back',
        window: { opens: 1, closes: 60 },
        sections: ['Summary', 'Releases', 'Finance', 'Community', 'What comes next'],
        ordered: true,
      },
    ],
  }),
};
const learned = { '.git/HEAD': '' };

interface Message {
  readonly ruleId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a run finds: a line `path rule: text` for each finding, the text being the first line that is reported. */
function findings(files: Archive, args: readonly string[]): string[] {
  const cwd = makeFolder(files);
  const run = recaplint(['--format', 'json', ...args], { cwd });
  expect(run.stderr).toBe('');
  const results: { filePath: string; messages: Message[] }[] = JSON.parse(run.stdout);
  return results.flatMap(({ filePath, messages }) => {
    const post = filePath.slice(cwd.length + 1);
    const lines = files[post]!.split('\n');
    return messages.map(({ ruleId, line, column, endLine, endColumn }) => {
      const end = endLine === line ? endColumn - 1 : undefined;
      return `${post} ${ruleId}: ${lines[line - 1]!.slice(column - 1, end)}`;
    });
  });
}

/** The facts of posts, as lines. */
function factsOf(files: Archive): string {
  const { stdout, code } = recaplint(['facts', 'recaps'], { cwd: makeFolder(files) });
  expect(code).toBe(0);
  return stdout;
}

/** The run over one post alone, whose series is known through facts made in some parts. */
function throughFacts(archive: Archive, post: string, parts: readonly Archive[]): string[] {
  const facts = parts.map((part) => factsOf({ ...part, ...learned })).join('');
  const files = { [post]: archive[post]!, 'archive.jsonl': facts, ...learned };
  return findings(files, ['--facts', 'archive.jsonl', post]);
}

function expectOne(found: readonly string[], { post, at }: Planted, rule: string): void {
  expect(found).toHaveLength(1);
  expect(found[0]!.startsWith(`${post} ${rule}: ${at}`), found[0]).toBe(true);
}

describe.each([
  ['the titles name the quarter', recaps, departures],
  ['the titles are free', named, [...departures, repeatedTitle]],
])('twelve recaps, %s', (_, clean, planted) => {
  test('have no finding', () => {
    expect(findings({ ...clean, ...learned }, ['recaps'])).toEqual([]);
    expect(findings({ ...clean, ...configuration }, ['recaps'])).toEqual([]);
  });

  test('have no finding with all rules', () => {
    const strict = { '.recaplintrc.json': '{ "extends": ["recaplint:strict"] }' };
    expect(findings({ ...clean, ...strict }, ['recaps'])).toEqual([]);
  });

  test.each(planted)('$what is found once', (one) => {
    const archive = one.plant(clean);
    expectOne(findings({ ...archive, ...learned }, ['recaps']), one, one.rule);
  });

  test('all of them together are found once each', () => {
    const archive = planted.reduce((sofar, { plant }) => plant(sofar), clean);
    const found = findings({ ...archive, ...learned }, ['recaps']);
    expect(found).toHaveLength(planted.length);
    for (const one of planted) {
      const start = `${one.post} ${one.rule}: ${one.at}`;
      expect(
        found.some((line) => line.startsWith(start)),
        start,
      ).toBe(true);
    }
  });
});

describe.each([...departures, repeatedTitle])('$what stays found', (one) => {
  const archive = one.plant(one === repeatedTitle ? named : recaps);
  const entries = Object.entries(archive);

  test('when the series is configured', () => {
    expectOne(findings({ ...archive, ...configuration }, ['recaps']), one, one.configured ?? one.rule);
    expectOne(findings({ ...archive, ...configuration }, [one.post]), one, one.configured ?? one.rule);
  });

  test('when only the new post is named', () => {
    expectOne(findings({ ...archive, ...learned }, [one.post]), one, one.rule);
  });

  test('through facts', () => {
    expectOne(throughFacts(archive, one.post, [archive]), one, one.rule);
  });

  test('through facts of two parts', () => {
    const part = (rest: number) => Object.fromEntries(entries.filter((_, i) => i % 2 === rest));
    expectOne(throughFacts(archive, one.post, [part(1), part(0)]), one, one.rule);
  });
});

describe.each(Object.keys(arrangements))('kept with %s', (arrangement) => {
  const args = ['--rule', 'no-html-body: off', 'recaps'];

  test('the twelve recaps have no finding', () => {
    expect(findings({ ...arranged(recaps, arrangement), ...learned }, args)).toEqual([]);
  });

  test('all departures are found once each', () => {
    const planted = [...departures, repeatedTitle];
    const archive = planted.reduce((sofar, { plant }) => plant(sofar), named);
    const found = findings({ ...arranged(archive, arrangement), ...learned }, args);
    const expected = planted.map(({ post, rule, at }) => {
      const [path] = arrangements[arrangement]!(post, '');
      return `${path} ${rule}: ${arrangement === 'HTML bodies' ? '' : at}`;
    });
    expect(found.map((line) => expected.find((start) => line.startsWith(start)) ?? line).sort()).toEqual(
      expected.sort(),
    );
  });
});
