import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checkConfig } from '../../src/config/check.ts';
import { readJson } from '../../src/config/json.ts';
import { configSchema } from '../../src/config/schema.ts';
import { formats } from '../../src/reporters/formats.ts';
import { rules } from '../../src/rules/index.ts';
import { recaplint, root } from '../e2e/run.ts';

const page = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

/** The words in backticks of the first cells of a page's tables. */
function firstCells(markdown: string): string[] {
  const rows = markdown.matchAll(/^\| (`.*?) \|/gm);
  return [...rows].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, word]) => word!));
}

test('the manual of the command line names every option and command, and no other', () => {
  const { stdout } = recaplint(['--help'], { cwd: root });
  const inHelp = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option!);
  const inManual = firstCells(page('command-line.md')).flatMap((cell) => /^--[\w-]+/.exec(cell) ?? []);
  expect(inManual.sort()).toEqual(inHelp.sort());
  const commands = [...stdout.split('Commands:')[1]!.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!);
  for (const command of commands) expect(page('command-line.md')).toContain(`| \`recaplint ${command}`);
});

test('the manual of the command line names and describes every format', () => {
  const manual = page('command-line.md');
  const [row] = /^\| `--format .*$/m.exec(manual)!;
  for (const name of Object.keys(formats)) {
    expect(row).toContain(`\`${name}\``);
    expect(manual).toMatch(new RegExp(`^\\*\\*${name}\\*\\* `, 'm'));
  }
});

test('the manual of the configuration names every key, and no other', () => {
  const { properties } = z.toJSONSchema(configSchema) as Schema;
  const series = properties.series!.items!.properties;
  const named = firstCells(page('configuration.md'));
  expect(named.sort()).toEqual([...Object.keys(properties), ...Object.keys(series)].sort());
});

interface Schema {
  readonly properties: Readonly<Record<string, { readonly items?: Schema }>>;
}

test('the example of a configuration is valid', () => {
  const [, example] = /```jsonc\n(.*?)```/s.exec(page('configuration.md'))!;
  expect(Object.keys(checkConfig(readJson('example', example!), rules))).toContain('series');
});
