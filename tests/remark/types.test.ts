import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../e2e/run.ts';
import { addFiles } from '../folder.ts';
import { workspace } from './posts.ts';

/** What the compiler says of a module in a project, types of packages included. */
function complaints(cwd: string, module: string): string {
  addFiles(cwd, { 'use.mts': module });
  const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, ...flags, 'use.mts'], { cwd, encoding: 'utf8' }).stdout;
}

test('a pipeline with the plugin and the preset has types', () => {
  const cwd = workspace({}, 'unified', 'remark');
  const module = [
    "import { remark } from 'remark';",
    "import recaplint, { preset, type RecaplintOptions } from 'recaplint/remark';",
    "import named from 'recaplint/remark-preset';",
    "const options: RecaplintOptions = { config: 'a.json', rules: { 'no-nbsp': ['warn', {}] } };",
    'const file = await remark().use(preset).use(named).use(recaplint, options).process("# A");',
    'console.log(String(file), file.messages.length);',
    '// @ts-expect-error There is no such option.',
    "remark().use(recaplint, { confg: 'a.json' });",
  ];
  expect(complaints(cwd, module.join('\n'))).toBe('');
});

test('the types name no package that is not installed with this one', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const due = new Set([join(root, 'dist/types/remark.d.ts'), join(root, 'dist/types/remark-preset.d.ts')]);
  const packages = new Set<string>();
  for (const file of due) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\(? ?'([^']+)'/g)) {
      if (name!.startsWith('.')) due.add(join(dirname(file), name!.replace(/\.ts$/, '.d.ts')));
      else packages.add(name!.match(/^(?:@[^/]+\/)?[^/]+/)![0]);
    }
  }
  expect(due.size).toBeGreaterThan(5);
  const declared = Object.keys(dependencies).map((name) => name.replace('@types/', ''));
  expect([...packages].filter((name) => !declared.includes(name))).toEqual([]);
});
