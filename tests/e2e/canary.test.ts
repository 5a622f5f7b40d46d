import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

/** A program that leaves a file behind when it runs, in either module system. */
const singing = (folder: string) => ({
  cjs: `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'canary'))}, ''); module.exports = {};`,
  esm: `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(folder, 'canary'))}, ''); export default {};`,
});

const post = '# Notes\n';

/** Lints a folder with the files that a stranger put there; says how the run ended and whether one of them ran. */
function lintStrange(files: (canary: ReturnType<typeof singing>) => Record<string, string>, args = ['.']) {
  const nest = makeFolder();
  const cwd = makeFolder({ '.git': null, 'a.md': post, 'b.md': post, ...files(singing(nest)) });
  const { code, stderr } = recaplint(args, { cwd });
  // Other threads read the configuration for themselves.
  if (!args.includes('config'))
    expect(recaplint([...args, '--jobs', '2'], { cwd })).toMatchObject({ code, stderr });
  return { code, stderr, ran: readdirSync(nest).length > 0 };
}

const silent = { code: 0, stderr: '', ran: false };

test.each<[string, Parameters<typeof lintStrange>[0]]>([
  ['.config/config.cjs', ({ cjs }) => ({ '.config/config.cjs': cjs })],
  ['.config/config.js', ({ cjs }) => ({ '.config/config.js': cjs })],
  ['.config/config.mjs', ({ esm }) => ({ '.config/config.mjs': esm })],
  ['.config/config.ts', ({ esm }) => ({ '.config/config.ts': esm })],
  [
    '.config/config.yaml with places of its own',
    ({ cjs }) => ({ '.config/config.yaml': 'searchPlaces: [evil.cjs]\n', 'evil.cjs': cjs }),
  ],
  [
    'places in package.json',
    ({ cjs }) => ({ 'package.json': '{ "cosmiconfig": { "searchPlaces": ["evil.cjs"] } }', 'evil.cjs': cjs }),
  ],
  ['.recaplintrc.js', ({ cjs }) => ({ '.recaplintrc.js': cjs })],
  ['.recaplintrc.cjs', ({ cjs }) => ({ '.recaplintrc.cjs': cjs })],
  ['recaplint.config.mjs', ({ esm }) => ({ 'recaplint.config.mjs': esm })],
  ['recaplint.config.ts', ({ esm }) => ({ 'recaplint.config.ts': esm })],
  ['recaplint.config.cjs', ({ cjs }) => ({ 'recaplint.config.cjs': cjs })],
])('%s is never run', (_, files) => {
  expect(lintStrange(files)).toEqual(silent);
  // A configuration beside it makes cosmiconfig load, which is when it would look.
  expect(lintStrange((canary) => ({ ...files(canary), '.recaplintrc.json': '{ "rules": {} }' }))).toEqual(
    silent,
  );
});

test.each<[string, Parameters<typeof lintStrange>[0], RegExp]>([
  [
    '$import of a program',
    ({ cjs }) => ({ '.recaplintrc.json': '{ "$import": "./evil.cjs" }', 'evil.cjs': cjs }),
    /Unknown key "\$import"/,
  ],
  [
    '$import of a program in YAML',
    ({ cjs }) => ({ '.recaplintrc.yaml': '$import: ./evil.cjs\n', 'evil.cjs': cjs }),
    /Unknown key "\$import"/,
  ],
  [
    '$import in package.json',
    ({ cjs }) => ({
      'package.json': '{ "$import": "./evil.cjs", "recaplint": { "$import": "./evil.cjs" } }',
      'evil.cjs': cjs,
    }),
    /Unknown key "\$import"/,
  ],
  [
    '$import of a file outside',
    () => ({ '.recaplintrc.json': '{ "$import": "../../../etc/passwd" }' }),
    /Unknown key "\$import"/,
  ],
  [
    'a path in package.json',
    ({ cjs }) => ({ 'package.json': '{ "recaplint": "./evil.cjs" }', 'evil.cjs': cjs }),
    /The configuration is "\.\/evil\.cjs", but must be a group of keys/,
  ],
  [
    'a program to extend',
    ({ cjs }) => ({ '.recaplintrc.json': '{ "extends": ["./evil.cjs"] }', 'evil.cjs': cjs }),
    /is a program; only data/,
  ],
  [
    'a file outside to extend',
    () => ({ '.recaplintrc.json': '{ "extends": ["../../etc/hosts"] }' }),
    /hosts" cannot be extended\. This file (lies outside|does not exist)/,
  ],
])('%s is refused, and never run', (_, files, message) => {
  const run = lintStrange(files);
  expect(run).toMatchObject({ code: 2, ran: false });
  expect(run.stderr).toMatch(message);
});

test('what --config names is run, unless --no-code forbids it', () => {
  const files = ({ esm }: ReturnType<typeof singing>) => ({ 'c.mjs': esm });
  expect(lintStrange(files, ['--config', 'c.mjs', '.'])).toEqual({ code: 0, stderr: '', ran: true });
  const forbidden = lintStrange(files, ['--no-code', '--config', 'c.mjs', '.']);
  expect(forbidden).toMatchObject({ code: 0, ran: false });
  expect(forbidden.stderr).toMatch(/^recaplint: \S+c\.mjs is a program and is not run: .*\n$/);
  const listed = lintStrange(files, ['--no-code', 'config', 'a.md', '--config', 'c.mjs']);
  expect(listed).toMatchObject({ code: 0, ran: false });
});
