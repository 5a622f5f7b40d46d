import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { sealed } from '../../src/gate/shard-file.ts';
import { addFiles, makeFolder } from '../folder.ts';
import { type RunResult, recaplint, root } from './run.ts';

// Some tests start a dozen processes and more, on machines that have others to run.
vi.setConfig({ testTimeout: 300_000 });

const recaps = join(root, 'tests', 'posts', 'series', 'recaps');

/** An archive in which findings depend on other posts, on other files, on comments, and on the configuration. */
function makeArchive(): string {
  // Two years are enough for a series.
  const names = readdirSync(recaps).filter((name) => name >= '2022');
  const texts = new Map(names.map((name) => [name, readFileSync(join(recaps, name), 'utf8')]));
  const change = (name: string, from: string | RegExp, to: string) => {
    const before = texts.get(name)!;
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    texts.set(name, after);
  };
  const summary = /^description: .*$/m.exec(texts.get('2022-q4-recap.md')!)![0];
  change('2023-q1-recap.md', /^description: .*$/m, summary);
  change('2023-q4-recap.md', /## Finance\n\n(?:.+\n)+\n/, '');
  change(
    '2023-q2-recap.md',
    /\n$/,
    '\nWait&nbsp;here, and [see](missing.md). Sign up on the Datadog page, or DataDog.\n',
  );
  texts.delete('2022-q2-recap.md');
  const posts = Object.fromEntries([...texts].map(([name, text]) => [`recaps/${name}`, text]));
  return makeFolder({
    ...posts,
    '.recaplintrc.json': JSON.stringify({
      patterns: [{ name: 'shouting', message: '`{match}` is loud.', pattern: '[A-Z]{6,}' }],
      terms: { Datadog: true },
    }),
    'news/.recaplintrc.yaml': 'series: [{ name: news, files: ["*.md"], schema: news.schema.json }]',
    'news/news.schema.json': '{ "type": "object", "required": ["author"] }',
    'news/january-2024.md': '---\ntitle: January 2024\n---\n\nHELLO there, [all](february-2024.md).\n',
    'news/february-2024.md': '---\ntitle: January 2024\nauthor: Ada\n---\n\nText,text.\n',
    'news/broken.md': Buffer.from([0xc3, 0x28]),
    'odd/a b\n😀.md':
      '\uFEFF# Q2 2024\r\n\r\n<!-- recaplint-disable-next-line no-nbsp -->\r\nOne&nbsp;two.\r\n\r\n<!-- recaplint-disable no-bare-url -->\r\n',
  });
}

const formats = ['json', 'lsp', ...extraFormats()];

/** Formats that this version has beside those that were there from the beginning. */
function extraFormats(): string[] {
  const { stderr } = recaplint(['--format', 'none'], { cwd: root });
  return /It is one of (.*)\./
    .exec(stderr)![1]!
    .split(', ')
    .filter((name) => !['json', 'stylish', 'lsp'].includes(name));
}

/** Runs all parts, writes them beside the archive, and says where. */
function writeParts(cwd: string, of: number, paths: readonly string[]): string[] {
  const folder = makeFolder();
  return Array.from({ length: of }, (_, index) => {
    const file = join(folder, `part ${index + 1}.jsonl`);
    const run = recaplint(['--shard', `${index + 1}/${of}`, '--output-file', file, ...paths], { cwd });
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
    return file;
  });
}

describe('parts of a run, merged, are the run', () => {
  /** What a run prints for people, and what it writes in each of some formats. */
  function printed(formats: readonly string[], args: readonly string[], cwd: string) {
    const folder = makeFolder();
    const run = recaplint(
      [...args, ...formats.flatMap((format) => ['--format', `${format}=${join(folder, format)}`])],
      { cwd },
    );
    const reports = formats.map((format) => [format, readFileSync(join(folder, format), 'utf8')]);
    return { ...run, reports: Object.fromEntries(reports) };
  }

  test.each([
    ['a whole archive', 3, ['.'], formats],
    [
      'a part of it, beside the rest',
      2,
      ['recaps/2023-q1-recap.md', 'recaps/2023-q4-recap.md', 'news'],
      ['json'],
    ],
    ['one part', 1, ['.'], ['json']],
    ['more parts than posts', 5, ['news'], ['json']],
  ])('%s', (_, of, paths, printedFormats) => {
    const cwd = makeArchive();
    const parts = writeParts(cwd, of, paths).reverse();
    const whole = printed(printedFormats, paths, cwd);
    expect([whole.stdout, ...Object.values(whole.reports)]).not.toContain('');
    expect(printed(printedFormats, ['merge', ...parts], cwd)).toEqual(whole);
  });

  test('also where no post is there any more', () => {
    const cwd = makeArchive();
    const parts = writeParts(cwd, 2, ['recaps']);
    const whole = recaplint(['--format', 'json', 'recaps'], { cwd });
    const elsewhere = makeFolder();
    const merged = recaplint(['merge', ...parts, '--format', 'json'], { cwd: elsewhere });
    expect(merged.stdout.replaceAll(elsewhere, cwd)).toBe(whole.stdout);
  });

  test('of a folder of a repository, also without it', () => {
    const cwd = makeFolder({ '.git/HEAD': '', 'sub/a.md': 'One&nbsp;two.\n', 'sub/b.md': 'Text.\n' });
    const parts = writeParts(join(cwd, 'sub'), 2, ['.']);
    const whole = recaplint(['--format', 'gitlab', '.'], { cwd: join(cwd, 'sub') });
    expect(whole.stdout).toContain('"sub/a.md"');
    for (const folder of [join(cwd, 'sub'), cwd, makeFolder()])
      expect(recaplint(['merge', ...parts, '--format', 'gitlab'], { cwd: folder })).toEqual(whole);
  });

  test('with a baseline, which the repair is told about', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n' });
    recaplint(['--baseline', 'known.json', '--update-baseline', '.'], { cwd });
    addFiles(cwd, { 'b.md': 'Three&nbsp;four.\n' });
    const parts = writeParts(cwd, 2, ['.']);
    const whole = recaplint(['--baseline', 'known.json', '.'], { cwd });
    expect(whole.stdout).toContain('recaplint --fix --baseline known.json .');
    expect(recaplint(['merge', ...parts, '--baseline', 'known.json'], { cwd })).toEqual(whole);
  });

  test('with the settings of the run, and the judgement of the merge', () => {
    const cwd = makeArchive();
    const file = join(makeFolder(), 'part');
    const options = ['--rule', 'series-consistency: error', '--rule', 'no-nbsp: off'];
    recaplint(['--shard', '1/1', '--output-file', file, ...options, 'recaps'], { cwd });
    const whole = recaplint([...options, '--format', 'json', 'recaps'], { cwd });
    expect(whole.code).toBe(1);
    expect(recaplint(['merge', file, '--format', 'json'], { cwd })).toEqual(whole);
    expect(recaplint(['merge', file, '--fail-on', 'never'], { cwd }).code).toBe(0);
  });

  test('a part that could not read everything makes the whole fail', () => {
    const cwd = makeArchive();
    const file = join(makeFolder(), 'part');
    const part = recaplint(['--shard', '1/1', '--output-file', file, 'recaps', 'gone.md'], { cwd });
    expect(part).toMatchObject({ code: 2, stderr: expect.stringContaining('"gone.md" does not exist') });
    const merged = recaplint(['merge', file], { cwd });
    expect(merged.code).toBe(2);
    expect(merged.stdout).toContain('series-consistency');
    expect(merged.stderr).toBe(
      'recaplint: Part 1 of 1 could not check all of its posts: its own messages say why.\n',
    );
  });
});

describe('what cannot be merged', () => {
  test('is a part that gives a rule what it does not take', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n' });
    const [file] = writeParts(cwd, 1, ['.']) as [string];
    const body = readFileSync(file, 'utf8').replace(/[^\n]*\n$/, '');
    const forged = body.replace(
      /("id":"date-in-window","severity":"\w+","options":)\{[^}]*\}/,
      '$1{"x":1e9}',
    );
    expect(forged).not.toBe(body);
    writeFileSync(file, sealed(forged));
    expect(recaplint(['merge', file], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'recaplint: A part gives the rule "date-in-window" options that it does not take: make the parts anew.\n',
    });
  });

  test('is named', () => {
    const cwd = makeArchive();
    const [first, second] = writeParts(cwd, 3, ['recaps']) as [string, string, string];
    const [other] = writeParts(cwd, 3, ['news']) as [string];
    const text = readFileSync(first, 'utf8');
    const damaged = (name: string, content: string) => {
      writeFileSync(join(cwd, name), content);
      return name;
    };
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [[first, second], 'Of the 3 parts of the run these are missing: 3.'],
      [[first], 'Of the 3 parts of the run these are missing: 2, 3.'],
      [[first, first], `"${first}" and "${first}" are both part 1 of 3.`],
      [[first, other], `"${other}" and "${first}" are parts of different runs.`],
      [['gone'], '"gone" cannot be merged: ENOENT'],
      [[damaged('a', '')], '"a" cannot be merged: it holds no part of a run that `--shard` has written.'],
      [[damaged('b', '[]\n')], '"b" cannot be merged: it holds no part of a run that `--shard` has written.'],
      [[damaged('c', text.slice(0, -20))], '"c" cannot be merged: '],
      [[damaged('d', text.slice(0, text.lastIndexOf('{')))], '"d" cannot be merged: its end is missing.'],
      [[damaged('e', text.replace('"text":"', '"text":"x'))], '"e" cannot be merged: it is damaged.'],
      [
        [damaged('f', text.replace(/"recaplint":"[^"]*"/, '"recaplint":"0.0.1"'))],
        '"f" cannot be merged: recaplint 0.0.1 has written it, and this is ',
      ],
    ];
    for (const [files, message] of refusals) {
      const { code, stdout, stderr } = recaplint(['merge', ...files], { cwd });
      expect({ files, code, stdout }).toEqual({ files, code: 2, stdout: '' });
      expect(stderr).toContain(`recaplint: ${message}`);
    }
  });

  test.each([
    [['--shard', '0/2'], 'It must be a part and the number of parts, such as 2/8'],
    [['--shard', '3/2'], 'It must be a part and the number of parts'],
    [['--shard', '1'], 'It must be a part and the number of parts'],
    [
      ['--shard', '1/2', '--format', 'json'],
      '--format does nothing with --shard: findings are judged by "recaplint merge".',
    ],
    [['--shard', '1/2', '--fix'], '--fix does nothing with --shard'],
    [['merge', 'a', '--fix'], '--fix does nothing for the command "merge".'],
    [['merge'], "missing required argument 'files'"],
    [['--jobs', '0'], 'It must be from 1 to 128.'],
    [['--jobs', '2.5'], 'It must be from 1 to 128.'],
  ])('%j is refused', (args, message) => {
    const run = recaplint(args, { cwd: makeFolder({ 'a.md': 'Text.' }) });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

test('several threads find what one finds', () => {
  const cwd = makeArchive();
  const one = recaplint(['--format', 'json'], { cwd });
  expect(recaplint(['--format', 'json', '--jobs', '3'], { cwd })).toEqual(one);
  // More threads than posts.
  const news = recaplint(['--format', 'json', 'news'], { cwd });
  expect(recaplint(['--format', 'json', '--jobs', '50', 'news'], { cwd })).toEqual(news);
  addFiles(cwd, { 'sub/.recaplintrc.json': '{ "rulez": {} }', 'sub/a.md': 'Text.' });
  expect(recaplint(['--jobs', '2'], { cwd })).toEqual(recaplint([], { cwd }));
  const fixed = makeArchive();
  const repaired = makeArchive();
  expect(recaplint(['--fix', '--jobs', '3'], { cwd: fixed }).code).toBe(
    recaplint(['--fix'], { cwd: repaired }).code,
  );
  expect(contentsOf(fixed)).toEqual(contentsOf(repaired));
});

test('threads that break down, or never begin, cost no finding', async () => {
  const cwd = makeFolder({
    ...Object.fromEntries(Array.from({ length: 40 }, (_, post) => [`${post}.md`, '# Q5 2024 Recap\n'])),
    'c.mjs': `import { isMainThread, threadId } from 'node:worker_threads';
      if (!isMainThread && threadId === 1) process.exit(3);
      // The others would go on for ever.
      if (!isMainThread) await new Promise(() => setInterval(() => {}, 1000));
      export default {};`,
  });
  const options = ['--config', 'c.mjs', '--format', 'json', '.'];
  const one = recaplint(['--jobs', '1', ...options], { cwd });
  expect(recaplint(['--jobs', '3', ...options], { cwd })).toEqual(one);
});

function contentsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => lstatSync(path).isFile())
    .sort()
    .map((path) => readFileSync(path, 'latin1'));
}

describe('the cache', () => {
  const cacheOf = (cwd: string) => join(cwd, '.recaplint-cache', 'posts');
  /** With the mode that a run gives it: one of another mode is not read. */
  const replaceCache = (cwd: string, content: string | Uint8Array) => {
    rmSync(cacheOf(cwd));
    writeFileSync(cacheOf(cwd), content, { mode: 0o400 });
  };
  const findings = (cwd: string, ...args: string[]): RunResult =>
    recaplint(['--format', 'json', ...args], { cwd });

  test('changes no finding, whatever changes between runs', () => {
    const cwd = makeArchive();
    let expected = findings(cwd);
    const check = (what: string, args = ['--cache']) =>
      expect({ what, ...findings(cwd, ...args) }).toEqual({ what, ...expected });
    const checkAnew = (what: string, args?: string[]) => {
      expected = findings(cwd);
      check(what, args);
    };
    check('nothing is in the cache');
    check('everything is');
    addFiles(cwd, { 'recaps/missing.md': '# Q1 2001\n' });
    checkAnew('a file that another post links to is there now');
    addFiles(cwd, { 'news/news.schema.json': '{ "type": "object", "required": ["author", "date"] }' });
    checkAnew('a schema', ['--cache', '--jobs', '2']);
    const config = JSON.parse(readFileSync(join(cwd, '.recaplintrc.json'), 'utf8'));
    config.patterns[0].pattern = '[A-Z]{4,}';
    addFiles(cwd, { '.recaplintrc.json': JSON.stringify(config) });
    checkAnew('a pattern', ['--cache', '--jobs', '2']);
    addFiles(cwd, { '.recaplintrc.json': JSON.stringify({ ...config, rules: { 'no-nbsp': 'error' } }) });
    checkAnew('a severity');
    addFiles(cwd, { 'recaps/2023-q2-recap.md': '# Q2 2023 Recap\n' });
    checkAnew('a post');
    expect(findings(cwd, '--cache', '--no-inline-config')).toEqual(findings(cwd, '--no-inline-config'));
    expect(findings(cwd, '--cache', '--rule', 'no-nbsp: off')).toEqual(
      findings(cwd, '--rule', 'no-nbsp: off'),
    );
  });

  test('knows whether it is known which files there are', () => {
    const cwd = makeFolder({ 'a.md': 'See [this](missing.md).\n' });
    const check = () => expect(findings(cwd, '--cache')).toEqual(findings(cwd));
    check();
    addFiles(cwd, { '.git/HEAD': '' });
    check();
  });

  test('is read: what stands in it is reported', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n' });
    findings(cwd, '--cache');
    const before = readFileSync(cacheOf(cwd), 'utf8');
    findings(cwd, '--cache');
    expect(readFileSync(cacheOf(cwd), 'utf8')).toBe(before);
    // A second post is added; the line of the first one is taken over as it is.
    addFiles(cwd, { 'b.md': 'Three.\n' });
    findings(cwd, '--cache');
    expect(readFileSync(cacheOf(cwd), 'utf8').startsWith(before)).toBe(true);
  });

  test('gives no wrong finding when it is damaged', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n', 'b.md': '# Q2 2024 Recap\n\nText,text.\n' });
    const expected = findings(cwd, '--cache');
    const intact = readFileSync(cacheOf(cwd));
    for (const at of [2, 60, 100, 300, Math.floor(intact.length * 0.9)]) {
      const damaged = Buffer.from(intact);
      damaged[at]! ^= 1;
      replaceCache(cwd, damaged);
      expect(findings(cwd, '--cache')).toEqual(expected);
    }
    for (const text of ['', '\n', '\t\t\t\t', 'null', intact.subarray(0, 100).toString()]) {
      replaceCache(cwd, text);
      expect(findings(cwd, '--cache')).toEqual(expected);
    }
  });

  test('leads nowhere else, and is out of the way of git', () => {
    const cwd = makeFolder({ 'a.md': 'Text.\n', '.git/HEAD': '' });
    const outside = makeFolder();
    symlinkSync(outside, join(cwd, '.recaplint-cache'));
    const run = recaplint(['--cache'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('the cache cannot be written: ') });
    expect(readdirSync(outside)).toEqual([]);
    const other = makeFolder({ 'sub/a.md': 'Text.\n', '.git/HEAD': '' });
    recaplint(['--cache'], { cwd: join(other, 'sub') });
    expect(readFileSync(join(other, '.recaplint-cache', '.gitignore'), 'utf8')).toBe('*\n');
    expect(lstatSync(join(other, '.recaplint-cache')).mode & 0o777).toBe(0o700);
  });

  test('forgets posts that are gone', () => {
    const cwd = makeFolder({ 'a.md': 'Text.\n', 'b.md': 'Text.\n', 'c/c.md': 'Text.\n' });
    recaplint(['--cache'], { cwd });
    const paths = () =>
      readFileSync(cacheOf(cwd), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t')[0]);
    expect(paths()).toEqual(['"a.md"', '"b.md"', '"c/c.md"']);
    addFiles(cwd, { 'a.md': 'Other text.\n' });
    mkdirSync(join(cwd, 'd'));
    rmSync(join(cwd, 'b.md'));
    recaplint(['--cache', 'a.md'], { cwd });
    expect(paths()).toEqual(['"a.md"', '"c/c.md"']);
    expect(existsSync(join(cwd, 'd'))).toBe(true);
  });
});

describe('several formats at once', () => {
  test('go each to its own file, and what is left to standard output', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n' });
    const run = recaplint(
      ['--format', 'json=out/all.json', '--format', 'lsp', '--format', 'stylish=x=y.txt'],
      { cwd },
    );
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('publishDiagnostics');
    expect(JSON.parse(readFileSync(join(cwd, 'out/all.json'), 'utf8'))).toHaveLength(1);
    expect(readFileSync(join(cwd, 'x=y.txt'), 'utf8')).toContain('no-nbsp');
    const beside = recaplint(['--format', 'json=all.json'], { cwd });
    expect(beside.stdout).toContain('no-nbsp');
    const file = recaplint(['--format', 'lsp', '--output-file', 'lsp.jsonl', '--format', 'json=a.json'], {
      cwd,
    });
    expect(file.stdout).toBe('');
    expect(readFileSync(join(cwd, 'lsp.jsonl'), 'utf8')).toContain('publishDiagnostics');
  });

  test.each([
    [['--format', 'jsn'], 'There is no format "jsn". Did you mean "json"?'],
    [['--format', 'json='], 'A file is missing behind "json=".'],
    [
      ['--format', 'json', '--format', 'lsp'],
      'Only one format goes to standard output, and that is json: write "lsp=FILE".',
    ],
    [['--format', 'json=a', '--format', 'lsp=a'], '"a" cannot hold both json and lsp.'],
  ])('%j is refused', (args, message) => {
    const run = recaplint(args, { cwd: makeFolder({ 'a.md': 'Text.' }) });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(message);
  });

  test('a file that cannot be written fails the run, and costs no other report', () => {
    const cwd = makeFolder({ 'a.md': 'One&nbsp;two.\n', file: '' });
    const run = recaplint(['--format', 'json=file/a.json', '--format', 'lsp'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('publishDiagnostics');
    expect(run.stderr).toMatch(/^recaplint: the findings cannot be written to "file\/a\.json": /);
  });
});
