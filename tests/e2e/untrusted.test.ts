import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { bin, recaplint, root } from './run.ts';

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** A checkout in which everything that a program might look at is a trap. */
function trapped(): { readonly cwd: string; readonly secret: string } {
  const outside = makeFolder({ secret: 'rules: {}\n' });
  const secret = join(outside, 'secret');
  const evil = `require('node:fs').writeFileSync(${JSON.stringify(join(outside, 'canary'))}, '');`;
  const cwd = makeFolder({
    '.git': null,
    'a.md': '# A\n\n[b](b.md)\n',
    'b.md': '# B\n',
    '.env': `NODE_OPTIONS=--require ./evil.cjs\nNAPI_RS_NATIVE_LIBRARY_PATH=./evil.node\n`,
    '.npmrc': 'node-options=--require ./evil.cjs\nscript-shell=./evil.sh\n',
    'evil.cjs': evil,
    'evil.node': 'no library',
    'package.json': '{ "type": "commonjs", "main": "evil.cjs", "scripts": { "prepare": "node evil.cjs" } }',
    'tsconfig.json': '{ "extends": "../../etc/hosts" }',
    'node_modules/satteri/package.json': '{ "main": "../../evil.cjs" }',
    'node_modules/satteri/index.js': evil,
    'node_modules/recaplint/index.js': evil,
    'node_modules/cosmiconfig/index.js': evil,
    'recaplint/index.js': evil,
    '.recaplintrc.json': '{ "rules": {} }',
    '.config/config.cjs': evil,
  });
  return { cwd, secret };
}

/** Files and folders that a run may open beside its checkout: Node's, the system's libraries, and its own. */
const own = [root, process.execPath, '/proc/', '/sys/', '/etc/', '/lib', '/usr/', '/dev/'];

test.skipIf(!canTrace)(
  'opens no socket, starts nothing and reads nothing else (skipped without strace)',
  () => {
    const { cwd } = trapped();
    const log = join(makeFolder(), 'log');
    const traced = ['-f', '-y', '-e', 'trace=execve,openat,socket,connect', '-o', log];
    const env = { ...process.env, XDG_CACHE_HOME: makeFolder(), NODE_OPTIONS: '' };
    const run = spawnSync('strace', [...traced, process.execPath, bin, '--no-code', '.'], {
      cwd,
      env,
      encoding: 'utf8',
    });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => !line.includes('ENOENT'));
    expect(calls.filter((line) => line.includes('execve('))).toHaveLength(1);
    expect(calls.filter((line) => /\b(?:socket|connect)\(/.test(line))).toEqual([]);
    const opened = calls.flatMap((line) => /openat\([^"]*"([^"]+)".* = \d+<(.*)>/.exec(line)?.[2] ?? []);
    expect(
      opened
        .filter((path) => path.startsWith(cwd))
        .map((path) => path.slice(cwd.length + 1))
        .sort(),
    ).toEqual(expect.arrayContaining(['.recaplintrc.json', 'a.md', 'b.md']));
    const traps = /evil|node_modules|\.env|\.npmrc|tsconfig|recaplint\/index|config\.cjs/;
    expect(opened.filter((path) => path.startsWith(cwd + sep) && traps.test(path))).toEqual([]);
    const others = opened.filter(
      (path) => ![cwd, env.XDG_CACHE_HOME, ...own].some((place) => path.startsWith(place)),
    );
    expect(
      others.filter((path) => !root.startsWith(path) && !path.includes(`${sep}node_modules${sep}`)),
    ).toEqual([]);
  },
);

test('prints which program a configuration is, and that --no-code passes over it', () => {
  const cwd = makeFolder({
    '.git': null,
    'a.md': '# A\n',
    'c.mjs': 'export default {};\n',
    '.recaplintrc.json': '{}',
  });
  const programs = (...args: string[]) =>
    recaplint(['config', 'a.md', ...args], { cwd })
      .stdout.split('programs\n')[1]!
      .trim();
  expect(programs()).toBe('none');
  expect(programs('--config', 'c.mjs')).toBe(join(cwd, 'c.mjs'));
  expect(programs('--config', 'c.mjs', '--no-code')).toBe(`${join(cwd, 'c.mjs')} (not run: --no-code)`);
});
