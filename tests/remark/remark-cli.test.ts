import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../e2e/run.ts';
import { addFiles } from '../folder.ts';
import { foundBy, type Told, toldOf } from './linted.ts';
import { mixedUp, nameOf, recap, recaps, workspace } from './posts.ts';

const program = join(root, 'node_modules/remark-cli/cli.js');

/** Runs remark-cli in a process of its own. */
function remark(args: readonly string[], cwd: string, input = '') {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const options = { cwd, input, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--no-color', ...args], options);
  return { code: status, stdout, stderr };
}

/** What remark says of files, by absolute path. */
function toldBy(args: readonly string[], cwd: string): Map<string, Told[]> {
  const { stderr } = remark([...args, '--report', 'json'], cwd);
  const files: { path: string; messages: Told[] }[] = JSON.parse(stderr);
  return new Map(files.map(({ path, messages }) => [resolve(cwd, path), messages]));
}

const compared = (told: Map<string, Told[]>) =>
  [...told].map(([path, messages]) => [path, toldOf(messages)]).sort();

describe('remark-cli', () => {
  const configurations = {
    'the plugin in .remarkrc.json': {
      '.remarkrc.json': '{ "plugins": ["remark-frontmatter", "recaplint/remark"] }',
    },
    'the preset in .remarkrc.json': { '.remarkrc.json': '{ "plugins": ["recaplint/remark-preset"] }' },
    'the preset in .remarkrc.mjs': {
      '.remarkrc.mjs': "import { preset } from 'recaplint/remark';\nexport default { plugins: [preset] };\n",
    },
  };

  test('finds what the command line finds, by each of its configurations', () => {
    const crlf = recap(4, 'Wind 🌬️ of&nbsp;the and and sea.').replaceAll('\n', '\r\n');
    const posts = { ...recaps(), [nameOf(3)]: `\uFEFF${mixedUp}`, [nameOf(4)]: crlf };
    const cwd = workspace(posts, 'vfile-reporter-json', 'remark-frontmatter');
    const found = foundBy(['recaps'], cwd);
    expect([...found.values()].flat().map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['no-quarter-mixup', 'consistent-terms', 'no-nbsp', 'no-repeated-word']),
    );
    for (const [name, files] of Object.entries(configurations)) {
      addFiles(cwd, files);
      expect([name, ...compared(toldBy(['recaps'], cwd))]).toEqual([name, ...[...found].sort()]);
      for (const file of Object.keys(files)) rmSync(join(cwd, file));
    }
  });

  test('compares a post that is named alone with its series', () => {
    const cwd = workspace(
      { ...recaps(), '.remarkrc.json': '{ "plugins": ["recaplint/remark"] }' },
      'vfile-reporter-json',
    );
    const [[, messages]] = [...toldBy([nameOf(9)], cwd)] as [[string, Told[]]];
    expect(toldOf(messages)).toEqual(foundBy([nameOf(9)], cwd).get(join(cwd, nameOf(9))));
    const told = (id: string) => messages.find(({ ruleId }) => ruleId === id);
    expect(told('consistent-terms')).toMatchObject({ source: 'recaplint', actual: 'Jane Sargeant' });
    expect(told('no-copied-text')!.note).toMatch(/^recaps\/q1-2024-recap\.md:11:1: /);
  });

  test('works by --use; where there is an error the run ends with 1 and remark writes nothing', () => {
    const post = `${mixedUp}\nSetext\n======\n`;
    const cwd = workspace({ ...recaps(), [nameOf(9)]: post });
    const args = [nameOf(9), '--use', 'recaplint/remark-preset'];
    const wrong = remark([...args, '--output', '--verbose'], cwd);
    expect(wrong.stderr).toMatch(/9:12-9:33 +error .*no-quarter-mixup +recaplint/);
    expect(wrong.stderr).toContain('Line 2, column 8: ');
    expect(wrong.code).toBe(1);
    expect(readFileSync(join(cwd, nameOf(9)), 'utf8')).toBe(post);
    const off = ['--use', 'recaplint/remark=rules:{"no-quarter-mixup":"off"}', '--output'];
    expect(remark([...args, ...off], cwd).code).toBe(0);
    expect(readFileSync(join(cwd, nameOf(9)), 'utf8')).toContain('# Setext');
  });

  test('says of a text from standard input what it says of one without a series', () => {
    const cwd = workspace({});
    const { stderr } = remark(['--use', 'recaplint/remark'], cwd, mixedUp);
    expect(stderr).toMatch(/no-quarter-mixup/);
    expect(stderr).not.toMatch(/consistent-terms/);
  });

  test('says in one sentence what is wrong with a configuration', () => {
    const cwd = workspace({
      'a.md': 'Well.\n',
      '.recaplintrc.json': '{\n  "rules": { "no-nbps": "off" }\n}\n',
      '.remarkrc.json': '{ "plugins": ["recaplint/remark"] }',
    });
    const { stderr, code } = remark(['a.md'], cwd);
    expect(stderr).toContain(
      'This post is not linted. .recaplintrc.json:2:14: There is no rule "no-nbps". Did you mean "no-nbsp"?',
    );
    expect(stderr).not.toMatch(/\bat .*:\d+|\[cause\]/);
    expect(code).toBe(1);
  });
});
