import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/reporters/formats.ts';
import { makeFolder } from '../folder.ts';
import { shell } from './run.ts';

const flawed = `---\ntitle: Q2 2024 Recap\ndate: 2024-05-07\n---\n\n${'Wait&nbsp;here.\n\n'.repeat(40)}`;

const postCount = 24;

/** More than a pipe holds is printed of so many posts. */
function makePosts(): string {
  return makeFolder(
    Object.fromEntries(Array.from({ length: postCount }, (_, index) => [`${index}.md`, flawed])),
  );
}

test.each([
  ...Object.keys(formats).map((format) => [`--format ${format} .`, 1]),
  ['--diff .', 1],
  ['facts .', 0],
  ['rules', 0],
])('"%s" ends with code %i when its reader leaves after the first line', (args, code) => {
  const run = shell(`CI=; recaplint ${args} | head -n 1 > /dev/null; exit \${PIPESTATUS[0]}`, makePosts());
  expect(run.code).toBe(code);
  expect(run.stderr.replace(/^recaplint: --fix would repair .*\n/, '')).toBe('');
});

test.each([
  '--fix .',
  '--fix . 2>&1',
  '--fix --output-file out.txt . 2>&1',
])('repairs are made whole when nobody reads what "%s" prints', (args) => {
  const cwd = makePosts();
  const run = shell(`recaplint ${args} | true; exit \${PIPESTATUS[0]}`, cwd);
  expect(run.code).toBe(1);
  for (let index = 0; index < postCount; index++)
    expect(readFileSync(join(cwd, `${index}.md`), 'utf8')).not.toContain('&nbsp;');
});

test('output that is closed from the start is no failure of a repair', () => {
  const cwd = makePosts();
  expect(shell('recaplint --fix . >&- 2>&-', cwd).code).toBe(1);
  expect(readFileSync(join(cwd, `${postCount - 1}.md`), 'utf8')).not.toContain('&nbsp;');
});
