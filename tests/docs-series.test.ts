import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recaplint, root } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

const file = join(root, 'docs', 'series.md');

/** Fills the blocks of the page with what really comes of the commands, where `UPDATE_DOCS` is set. */
function blocks(contents: Readonly<Record<string, string>>): Record<string, string> {
  const page = readFileSync(file, 'utf8');
  const pattern = /(^```(\w+ (?:init|new))\n)([\s\S]*?)(^```$)/gm;
  if (process.env.UPDATE_DOCS) {
    writeFileSync(
      file,
      page.replace(pattern, (_, head, name, __, tail) => head + contents[name] + tail),
    );
  }
  const written = readFileSync(file, 'utf8').matchAll(pattern);
  return Object.fromEntries([...written].map(([, , name, text]) => [name!, text!]));
}

test('the page about series shows what the commands print', () => {
  const schema = 'node_modules/recaplint/schema/recaplintrc.schema.json';
  const cwd = makeFolder({ '.git/HEAD': '', [schema]: '{}' });
  cpSync(join(root, 'content'), join(cwd, 'content'), { recursive: true });
  const { stderr } = recaplint(['init'], { cwd });
  const next = recaplint(['new', '2024-Q4', '--dry-run'], { cwd });
  expect(next.stderr).toBe('recaplint: content/recaps/q4-2024-recap.md would be:\n');
  const contents = {
    'text init': stderr,
    'jsonc init': readFileSync(join(cwd, '.recaplintrc.json'), 'utf8'),
    'md new': next.stdout,
  };
  expect(blocks(contents)).toEqual(contents);
});
