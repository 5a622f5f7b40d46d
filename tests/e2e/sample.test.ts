import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root } from './run.ts';

/** The output that the README shows. */
function shown(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return /<!-- sample -->\s*```text\n([\s\S]*?)```/.exec(readme)![1]!;
}

/** The sample series in a folder of its own. */
function copyOfSample(): string {
  const folder = makeFolder();
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  cpSync(join(root, '.recaplintrc.json'), join(folder, '.recaplintrc.json'));
  return folder;
}

// With `npx`, as the README runs it, the advice names `npx` too.
test('the README shows what the sample series gives, and nothing that is right in it is reported', () => {
  const run = recaplint(['content/'], { cwd: root, env: { npm_command: 'exec' } });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.stdout.trim()).toBe(shown().trim());
});

test('the sample series holds mistakes for each rule that the product is named for', () => {
  const ids = new Set(shown().match(/[a-z]+(?:-[a-z]+)+$/gm));
  for (const id of [
    'consistent-period',
    'date-in-window',
    'no-bare-url',
    'no-nbsp',
    'no-quarter-mixup',
    'no-truncated-link',
    'required-sections',
  ]) {
    expect(ids).toContain(id);
  }
});

test('the sample series holds look-alikes that are right', () => {
  const read = (name: string) =>
    readFileSync(join(root, 'content', 'recaps', `${name}.md`), 'utf8').replace(/\s+/g, ' ');
  const lookAlikes: [string, string][] = [
    ['q2-2023-recap', 'promised since Q4 of 2022'],
    ['q2-2023-recap', 'meets them in person in the third quarter'],
    ['q2-2023-recap', 'up from 32,500 in the first quarter of 2023'],
    ['q2-2023-recap', '(mailto:hello@lapwing-atlas.org)'],
    ['q2-2023-recap', '(https://en.wikipedia.org/wiki/Relief_(geography))'],
    ['q3-2023-recap', 'Compared to Q2'],
    ['q4-2023-recap', 'Towards the end of Q3'],
    ['q1-2024-recap', 'No changes since Q4 2023'],
    ['q2-2024-recap', 'below that of Q1 2024'],
    ['q3-2024-recap', 'twice as many as in the third quarter of 2023'],
  ];
  for (const [name, words] of lookAlikes) {
    expect(read(name)).toContain(words);
    expect(shown()).not.toContain(words);
  }
});

test('fixing the sample series leaves nothing safe to fix', () => {
  const folder = copyOfSample();
  expect(recaplint(['--fix', 'content/'], { cwd: folder }).stderr).toContain('repaired 4 findings');
  const again = recaplint(['--fix', 'content/'], { cwd: folder });
  expect(again).toMatchObject({ code: 1, stderr: '' });
  expect(again.stdout).not.toContain('recaplint --fix');
  const report = JSON.parse(recaplint(['--format', 'json', 'content/'], { cwd: folder }).stdout);
  expect(
    report.flatMap(({ messages }: { messages: { fix?: unknown }[] }) => messages.filter(({ fix }) => fix)),
  ).toEqual([]);
});
