import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { commit, git, makeRepository } from './repository.ts';
import { type RunResult, recaplint, root } from './run.ts';

const rc = '.recaplintrc.json';

/** A rule as somebody writes it who has read the guide and imports nothing. */
const codename = `export default {
  id: 'no-codename',
  summary: 'Disallow code names.',
  url: 'https://example.org/rules/no-codename',
  fixes: 'always',
  messages: { found: 'The code name \`{word}\` is not for readers.' },
  *check(document) {
    for (const { 0: word, index } of document.source.matchAll(/Zeppelin/g)) {
      const range = { start: index, end: index + word.length };
      const fix = { title: 'Write the name', safety: 'safe', edits: [{ range, text: 'Atlas' }] };
      yield { message: 'found', data: { word }, range, fix };
    }
  },
};
`;

/** A package that import alone finds, with a rule about whole series. */
const seriesPackage = {
  'node_modules/recaplint-plugin-y/package.json':
    '{ "type": "module", "exports": { "import": "./main.js" } }',
  'node_modules/recaplint-plugin-y/main.js': `export default { rules: [{
    id: 'y/count',
    summary: 'Say how many issues came before.',
    messages: { count: 'Issue {number}.' },
    *checkSeries(posts) {
      for (const [index, { path }] of posts.entries())
        if (index > 0) yield { message: 'count', data: { number: index + 1 }, path, range: { start: 0, end: 1 } };
    },
  }] };`,
};

const post = (quarter: number) =>
  `---\ntitle: Q${quarter} 2024 Recap\n---\n\n# Q${quarter} 2024 Recap\n\nZeppelin\n`;

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  [rc]: JSON.stringify({
    plugins: ['./rules/no-codename.mjs', 'recaplint-plugin-y'],
    overrides: [{ files: ['posts/q2*'], rules: { 'no-codename': 'error' } }],
  }),
  'rules/no-codename.mjs': codename,
  ...seriesPackage,
  'posts/q1-2024.md': post(1),
  'posts/q2-2024.md': post(2),
  'posts/q3-2024.md': post(3),
};

/** What was found in which post, in a run that prints JSON. */
function found({ stdout, stderr }: RunResult): readonly string[] {
  expect(stdout, stderr).toMatch(/^\[/);
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string; severity: number; url?: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, severity }) => `${filePath.slice(-10, -8)} ${ruleId} ${severity}`),
  );
}

const all = ['1- no-codename 1', '2- y/count 1', '2- no-codename 2', '3- y/count 1', '3- no-codename 1'];
const json = ['posts', '--format', 'json'];

test('rules of a file and of a package run like our own, in threads and in parts as well', () => {
  const cwd = makeFolder(files);
  const run = recaplint(json, { cwd });
  const brief = found(run);
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(brief).toEqual(found(recaplint([...json, '--jobs', '2'], { cwd })));
  for (const part of [1, 2]) {
    const args = ['posts', '--shard', `${part}/2`, '--output-file', `part${part}.jsonl`];
    expect(recaplint(args, { cwd })).toMatchObject({ code: 0, stderr: '' });
  }
  const merged = recaplint(['merge', 'part1.jsonl', 'part2.jsonl', '--format', 'json'], { cwd });
  expect(merged.stdout).toBe(run.stdout);
  const without = recaplint(['merge', 'part1.jsonl', 'part2.jsonl', '--format', 'json', '--no-code'], {
    cwd,
  });
  expect(found(without)).toEqual(brief.filter((one) => one.includes('no-codename')));
  expect(without.stderr).toBe(
    'recaplint: no plugin is loaded: what their rules find in whole series is missing.\n',
  );
  expect(brief).toHaveLength(all.length);
  expect(JSON.parse(run.stdout)[0].messages[0].url).toBe('https://example.org/rules/no-codename');
});

test('flags, comments and repairs hold for them', () => {
  const cwd = makeFolder(files);
  addFiles(cwd, { 'posts/q1-2024.md': `${post(1)}\n<!-- recaplint-disable-line no-codename --> Zeppelin\n` });
  const args = [...json, '--rule', 'y/count: off', '--rule', 'no-codename: error'];
  expect(found(recaplint(args, { cwd }))).toHaveLength(3);
  const wrong = recaplint([...json, '--rule', 'no-codenam: error'], { cwd });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('There is no rule "no-codenam". Did you mean "no-codename"?');
  expect(recaplint(['posts', '--fix'], { cwd }).stderr).toContain('repaired 3 findings in 3 files');
});

test('rules, explain, config and SARIF tell of them', () => {
  const cwd = makeFolder(files);
  expect(recaplint(['rules'], { cwd }).stdout).toMatch(/^no-codename +warn +fix +Disallow code names\.$/m);
  expect(recaplint(['explain', 'no-codename'], { cwd }).stdout).toMatch(
    /^# no-codename\n\nDisallow code names\.\n.*https:\/\/example\.org\/rules\/no-codename\n$/s,
  );
  const { stdout } = recaplint(['config', 'posts/q2-2024.md'], { cwd });
  expect(stdout).toMatch(/^ {2}no-codename +error +.*recaplintrc\.json:1:\d+$/m);
  expect(stdout).toMatch(/^ {2}y\/count +warn +recaplint-plugin-y$/m);
  expect(stdout).toContain(
    `programs\n  ${cwd}/rules/no-codename.mjs\n  ${cwd}/node_modules/recaplint-plugin-y/main.js\n`,
  );
  const sarif = JSON.parse(recaplint(['posts', '--format', 'sarif'], { cwd }).stdout);
  const described = sarif.runs[0].tool.driver.rules.find((rule: { id: string }) => rule.id === 'no-codename');
  expect(described.helpUri).toBe('https://example.org/rules/no-codename');
});

test('with --no-code none is loaded, and what only they know is no error', () => {
  const cwd = makeFolder(files);
  addFiles(cwd, {
    'rules/no-codename.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync('canary', '');${codename}`,
    'posts/.recaplintrc.json': '{ "extends": ["recaplint:recommended", "../.recaplintrc.json"] }',
    'posts/q1-2024.md': `${post(1)}\n<!-- recaplint-disable-line no-codename --> Zeppelin\n\n<!-- recaplint-disable-line --> Zeppelin\n`,
  });
  const { code, stdout, stderr } = recaplint([...json, '--no-code', '--jobs', '2'], { cwd });
  expect(existsSync(join(cwd, 'canary'))).toBe(false);
  expect(found({ code, stdout, stderr })).toEqual([]);
  const names = ['./rules/no-codename.mjs', 'recaplint-plugin-y'];
  expect(stderr).toBe(
    names
      .map(
        (name) => `recaplint: The plugin "${name}" is a program and is not run: what it brings is missing.\n`,
      )
      .join(''),
  );
  expect(code).toBe(0);
});

test('a plugin that cannot be loaded ends the run with a sentence and no stack', () => {
  const cwd = makeFolder(files);
  const lead = `recaplint: ${cwd}/${rc}:1:13: The plugin "./rules/no-codename.mjs" cannot be used. `;
  const programs = {
    "import { defineRule } from 'recaplint';":
      'It imports "recaplint", which is not installed there: install it beside the plugin, or export a plain object.',
    'const luck = 0;\nthrow new Error("no luck");': 'Error: no luck (line 2)',
    'export default {':
      'SyntaxError: Unexpected end of input (`node --check rules/no-codename.mjs` says where)',
    'export default { check() { yield 1; } };':
      'SyntaxError: Unexpected strict mode reserved word (`node --check rules/no-codename.mjs` says where) Only a generator can `yield`: write `*check(…)`, with a star.',
    'export default 7;': 'Its default export must be a rule or {rules: […]}, and is 7.',
  };
  for (const [program, reason] of Object.entries(programs)) {
    addFiles(cwd, { 'rules/no-codename.mjs': program });
    const { code, stderr } = recaplint(['posts'], { cwd });
    expect(stderr).toBe(`${lead}${reason}\n`);
    expect(code).toBe(2);
  }
});

test('JavaScript is loaded by whatever ending, beside whatever package.json, without a word of Node', () => {
  const cwd = makeFolder({
    ...files,
    'package.json': '{ "name": "site" }',
    'rules/no-codename.js': codename,
  });
  addFiles(cwd, { [rc]: '{ "plugins": ["./rules/no-codename.js"] }' });
  const run = recaplint([...json, '--jobs', '2'], { cwd });
  expect(found(run)).toHaveLength(3);
  expect(run.stderr).toBe('');
});

test('a plugin may import recaplint where it is installed, and brings its own zod', () => {
  const cwd = makeFolder(files);
  symlinkSync(root, join(cwd, 'node_modules/recaplint'));
  addFiles(cwd, {
    'rules/no-codename.mjs': `import { defineRule, z } from 'recaplint';
      export default defineRule({
        id: 'no-codename', summary: 'Disallow code names.', messages: { found: 'No {word}.' },
        options: z.strictObject({ word: z._default(z.string(), 'Zeppelin') }),
        *check({ source }, { word }) {
          const start = source.indexOf(word);
          if (start >= 0) yield { message: 'found', data: { word }, range: { start, end: start + word.length } };
        },
      });`,
    [rc]: '{ "plugins": ["./rules/no-codename.mjs"], "rules": { "no-codename": ["warn", { "word": "Recap" }] } }',
  });
  expect(found(recaplint(json, { cwd }))).toHaveLength(3);
  addFiles(cwd, {
    [rc]: '{ "plugins": ["./rules/no-codename.mjs"], "rules": { "no-codename": ["warn", { "word": 7 }] } }',
  });
  expect(recaplint(json, { cwd }).stderr).toContain(
    'rules["no-codename"][1].word is 7, but must be a text in quotes.',
  );
});

test('TypeScript is loaded where Node runs it', () => {
  const cwd = makeFolder(files);
  const typed = `const word: string = 'x';\n${codename}`;
  addFiles(cwd, { [rc]: '{ "plugins": ["./rules/no-codename.ts"] }', 'rules/no-codename.ts': typed });
  const { code, stderr } = recaplint(json, { cwd });
  if ('typescript' in process.features && process.features.typescript) expect(code).toBe(0);
  else expect(stderr).toContain('This version of Node runs no TypeScript: write it as .mjs.');
});

test('posts with plugins are linted in each run with --cache', () => {
  const cwd = makeFolder({ ...files, 'node_modules/.keep': '' });
  const args = [...json, '--cache'];
  const { stderr } = recaplint(args, { cwd });
  expect(stderr).toBe(
    'recaplint: posts with plugins are not kept by --cache: nobody knows what else a plugin depends on, so that they are linted in each run.\n',
  );
  addFiles(cwd, { 'rules/no-codename.mjs': codename.replace('/Zeppelin/g', '/Recap/g') });
  expect(found(recaplint(args, { cwd })).filter((one) => one.includes('no-codename'))).toHaveLength(6);
});

test('a baseline keeps what a plugin that is left out has found', () => {
  const cwd = makeFolder(files);
  const baseline = ['--baseline', 'b.txt', '--update-baseline'];
  recaplint(['posts', ...baseline], { cwd });
  const { stderr } = recaplint(['posts', '--no-code', ...baseline], { cwd });
  expect(stderr).toContain('0 entries added, 0 removed, 5 kept');
});

test('a part of a run does not choose what is run where it is merged', () => {
  const cwd = makeFolder({ 'repository/.git/HEAD': 'ref: refs/heads/main\n' });
  const repository = join(cwd, 'repository');
  addFiles(cwd, files);
  const args = ['posts', '--shard', '1/1', '--output-file', join(repository, 'part.jsonl')];
  expect(recaplint(args, { cwd }).stderr).toBe('');
  expect(recaplint(['merge', 'part.jsonl'], { cwd: repository })).toMatchObject({ code: 2 });
});

test('with --config-from no plugin of the checkout is run', () => {
  const { '.git/HEAD': _, ...before } = files;
  const cwd = makeRepository(before);
  git(cwd, 'checkout', '--quiet', '-b', 'change');
  commit(cwd, {
    'rules/no-codename.mjs': "import { writeFileSync } from 'node:fs'; writeFileSync('canary', '');",
  });
  const args = [...json, '--config-from', 'main'];
  const refused = recaplint(args, { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toBe(
    `recaplint: ${cwd}/${rc}:1:13: The plugin "./rules/no-codename.mjs" cannot be used. It is a program, and --config-from brings data alone: add --no-code to leave it out.\n`,
  );
  expect(recaplint([...args, '--no-code'], { cwd }).code).toBe(0);
  expect(existsSync(join(cwd, 'canary'))).toBe(false);
});

/** A folder with a post and a plugin that does something to the process, when it is loaded or when it checks. */
function withMischief({ load = '', check = '' }: { load?: string; check?: string }) {
  const plugin = `${load}
export default { id: 'mischief', summary: 'Do mischief.', messages: { found: 'Found.' },
  *check() { ${check}; yield { message: 'found', range: { start: 0, end: 3 } }; } };`;
  const config = '{ "extends": [], "plugins": ["./rules/mischief.mjs"] }';
  return makeFolder({ [rc]: config, 'rules/mischief.mjs': plugin, 'post.md': 'Some text.\n' });
}

test('what a plugin prints is not taken for findings', () => {
  const print = (word: string) => `console.log('${word}'); process.stdout.write('${word}')`;
  const cwd = withMischief({ load: print('loaded'), check: print('checked') });
  const run = recaplint(['--format', 'json', 'post.md'], { cwd });
  expect(found(run)).toEqual([expect.stringContaining('mischief')]);
  expect(run.stderr).toContain('loaded');
  expect(run.stderr).toContain('checked');
});

test.each([
  ['when it is loaded', { load: 'process.exit(0);' }],
  ['when it checks', { check: 'process.exit(0)' }],
])('a plugin that ends the process %s does not make a run pass', (_, mischief) => {
  const { code, stderr } = recaplint(['post.md'], { cwd: withMischief(mischief) });
  expect(code).toBe(2);
  expect(stderr).toContain('ended before it was done');
});

test('a plugin that breaks down beside its rule fails the run, as a failure and not as findings', () => {
  const cwd = withMischief({ check: "Promise.reject(new Error('too late'))" });
  const { code, stderr } = recaplint(['post.md'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('recaplint: this should not happen. Error: too late');
});

test('a rule that breaks down says in which line of its plugin', () => {
  const cwd = withMischief({ check: '\n\nnull.text' });
  expect(recaplint(['post.md'], { cwd }).stdout).toContain(
    '; mischief.mjs, line 5); its findings are missing.',
  );
});

test('a plugin that leaves a timer behind does not keep the run from ending', () => {
  const run = recaplint(['--format', 'json', 'post.md'], {
    cwd: withMischief({ load: 'setInterval(() => {}, 1000);' }),
  });
  expect(found(run)).toEqual([expect.stringContaining('mischief')]);
});
