import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { type LiveRun, start } from './live.ts';
import { recaplint } from './run.ts';

const flawed = 'Wait&nbsp;here.\n';
const waiting = /waiting for changes, Ctrl-C ends\.\n/;

/**
 * Starts watching; the function that is returned changes something and waits for the run that says what is expected. One
 * change may be told of in several events, and each of them may be a run on a busy machine.
 */
async function watching(args: readonly string[], cwd: string): Promise<[LiveRun, typeof until]> {
  const run = start(['--watch', ...args], cwd, { together: true });
  await run.hear(waiting);
  async function until(change: () => void, isExpected: (said: string) => boolean): Promise<void> {
    change();
    let said = '';
    do said = (await run.hear(/changed/)) + (await run.hear(waiting));
    while (!isExpected(said));
  }
  return [run, until];
}

test('lints again when a post is changed, made, renamed or removed', async () => {
  const cwd = makeFolder({ 'posts/a.md': flawed });
  const write = (name: string, text: string) => writeFileSync(join(cwd, 'posts', name), text);
  const [run, until] = await watching(['posts'], cwd);
  expect(run.said()).toContain('can be repaired by: recaplint --fix posts\n');
  const onlyFine =
    'recaplint: "posts/a.md" changed.\nrecaplint: 1 post linted; waiting for changes, Ctrl-C ends.\n';
  await until(
    () => write('a.md', 'Fine.\n'),
    (said) => said === onlyFine,
  );
  const finds = (post: string) => (said: string) =>
    said.includes(`${post}\n1:5`) && said.includes('2 posts linted');
  await until(() => write('b.md', flawed), finds('posts/b.md'));
  await until(() => renameSync(join(cwd, 'posts/b.md'), join(cwd, 'posts/c.md')), finds('posts/c.md'));
  await until(
    () => rmSync(join(cwd, 'posts/c.md')),
    (said) => said.includes('"posts/c.md"') && said.includes('recaplint: 1 post linted'),
  );
});

test('waits for a broken configuration to be mended, and sees one that is new', async () => {
  const cwd = makeFolder({ '.git': null, 'posts/a.md': flawed });
  const config = join(cwd, '.recaplintrc.json');
  const [run, until] = await watching(['.'], join(cwd, 'posts'));
  const off = '{ "rules": { "no-nbsp": "off" } }';
  const isBroken = (said: string) => /\.recaplintrc\.json:1:\d+: This is no valid JSON/.test(said);
  await until(() => writeFileSync(config, off.slice(0, -4)), isBroken);
  await until(
    () => writeFileSync(config, off),
    (said) => !isBroken(said) && !said.includes('no-nbsp'),
  );
  await until(
    () => rmSync(config),
    (said) => said.includes('no-nbsp'),
  );
  expect(run.child.exitCode).toBeNull();
});

test('lints again when an ignore file, a schema or a file that is extended changes', async () => {
  const cwd = makeFolder({
    '.git': null,
    'shared/rules.yaml': 'rules: { no-nbsp: "off" }\n',
    'shared/head.json': '{ "required": ["author"] }',
    'posts/.recaplintrc.yaml':
      'extends: ["recaplint:recommended", "../shared/rules.yaml"]\noverrides: [{ files: ["*.md"], schema: "../shared/head.json" }]\n',
    'posts/a.md': `---\ntitle: x\n---\n\n${flawed}`,
  });
  const [run, until] = await watching(['posts'], cwd);
  expect(run.said()).toContain('author');
  expect(run.said()).not.toContain('no-nbsp');
  const changes = [
    ['shared/head.json', '{ "required": ["editor"] }', 'editor'],
    ['shared/rules.yaml', 'rules: { no-nbsp: "error" }\n', 'no-nbsp'],
    ['.recaplintignore', 'a.md\n', 'Nothing was checked'],
  ] as const;
  for (const [name, text, said] of changes) {
    await until(
      () => writeFileSync(join(cwd, name), text),
      (heard) => heard.includes(said),
    );
  }
});

test('what it writes itself, and what is ignored or hidden, is no change', async () => {
  const cwd = makeFolder({ '.git': null, '.gitignore': '_site\n', 'a.md': flawed, _site: null, '.x': null });
  const [run, until] = await watching(['--output-file', 'out.json', '--format', 'json', '.'], cwd);
  const tells = (name: string) => (said: string) => said.includes(`"${name}" changed`);
  await until(() => writeFileSync(join(cwd, 'a.md'), flawed), tells('a.md'));
  writeFileSync(join(cwd, '_site/a.md'), flawed);
  writeFileSync(join(cwd, '.x/a.md'), flawed);
  mkdirSync(join(cwd, 'node_modules/y'), { recursive: true });
  writeFileSync(join(cwd, 'node_modules/y/a.md'), flawed);
  // The change after those shows that no run came in between.
  await until(() => writeFileSync(join(cwd, 'b.md'), flawed), tells('b.md'));
  const changes = new Set(run.said().match(/^.* changed\.$/gm));
  expect(changes).toEqual(new Set(['recaplint: "a.md" changed.', 'recaplint: "b.md" changed.']));
});

test('ends on Ctrl-C without a word, with the code that shells expect', async () => {
  const [run] = await watching(['.'], makeFolder({ 'a.md': 'Fine.\n' }));
  const before = run.said();
  run.child.kill('SIGINT');
  expect(await run.ended).toBe(130);
  expect(run.said()).toBe(before);
});

test('ends when nobody reads any more', async () => {
  const cwd = makeFolder({ 'a.md': flawed });
  const run = start(['--watch', '.'], cwd);
  await run.hear(waiting);
  run.child.stdout!.destroy();
  writeFileSync(join(cwd, 'a.md'), `${flawed}\n${flawed}`);
  expect(await run.ended).toBe(0);
});

test.each([['--fix'], ['--diff'], ['--stdin']])('--watch %s is refused', (option) => {
  const run = recaplint(['--watch', option], { cwd: makeFolder() });
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/^error: --watch .*: leave .*--\w+ out\.\n$/);
});

test('lints again when its baseline changes', async () => {
  const cwd = makeFolder({ '.git': null, 'posts/a.md': flawed, gate: null });
  const baseline = ['posts', '--baseline', 'gate/accepted'];
  recaplint([...baseline, '--update-baseline'], { cwd });
  const [run, until] = await watching(baseline, cwd);
  expect(run.said()).not.toContain('no-nbsp');
  await until(
    () => writeFileSync(join(cwd, 'gate/accepted'), '{ "version": 1, "posts": {} }\n'),
    (said) => said.includes('no-nbsp'),
  );
});
