import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/reporters/formats.ts';
import { makeFolder } from '../folder.ts';
import { parseXml } from '../reporters/xml-schema.ts';
import { recaplint, root } from './run.ts';

const manual = readFileSync(join(root, 'docs', 'command-line.md'), 'utf8');
const names = Object.keys(formats);

test.each(names)('the manual has a part about %s', (name) => {
  expect(manual.split('\n## Formats\n')[1]).toContain(`\n**${name}** `);
});

test('the manual shows what the format full prints', () => {
  const [, example] = /^\*\*full\*\*.*?```\n(.*?)```/ms.exec(manual)!;
  expect(recaplint(['--format', 'full', 'content/'], { cwd: root }).stdout).toContain(`\n\n${example}\n`);
});

test('two runs write the same in each format, in any zone and language', () => {
  const reports = (env: Record<string, string>) => {
    const folder = makeFolder();
    const args = names.flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
    const { code, stderr } = recaplint([...args, 'content/'], { cwd: root, env });
    expect([code, stderr]).toEqual([1, '']);
    return names.map((format) => [format, readFileSync(join(folder, format), 'utf8')]);
  };
  const here = reports({ TZ: 'UTC', LC_ALL: 'C' });
  expect(reports({ TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8' })).toEqual(here);
});

test.each([
  ['junit', 'junit-10.xsd'],
  ['checkstyle', 'checkstyle-report-1.0.0.xsd'],
])('%s: a run from a folder below has paths from the repository', (format, schema) => {
  const name = 'a b\n😀.md';
  const folder = makeFolder({ '.git/HEAD': '', [`posts/${name}`]: 'Wait&nbsp;here.\n' });
  const { stdout } = recaplint(['--format', format, '.'], { cwd: join(folder, 'posts') });
  const [file] = parseXml(stdout, schema).children;
  expect(file!.attributes.name).toBe(`posts/${name}`);
});

test('a colour that is asked for is there whatever the environment says', () => {
  const cwd = makeFolder({ 'a.md': 'Wait&nbsp;here.\n' });
  const run = recaplint(['--color', '--format', 'full', '.'], { cwd, env: { NO_COLOR: '1' } });
  expect(run.stdout).toContain('\u001B[33m    ^^^^^^\u001B[39m');
});
