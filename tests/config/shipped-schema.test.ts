import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'jsonc-parser';
import type { Code } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseWithRemark } from '../../src/document/remark.ts';
import { recaplint, root } from '../e2e/run.ts';
import { makeFolder } from '../folder.ts';

const shipped = JSON.parse(readFileSync(join(root, 'schema/recaplintrc.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(shipped);

function problems(text: string): unknown[] {
  return validate(parse(text, [], { allowTrailingComma: true })) ? [] : validate.errors!;
}

/** Blocks of a page that are a whole configuration: they name themselves in the block or in a comment. */
function configurations(path: string): string[] {
  const blocks = parseWithRemark(readFileSync(join(root, path), 'utf8')).children.filter(
    (node): node is Code => node.type === 'code' && /^jsonc?$/.test(node.lang ?? ''),
  );
  return blocks
    .filter(({ meta, value }) => /recaplintrc\.json/.test(`${meta} ${value.split('\n')[0]}`))
    .map(({ value }) => value);
}

describe('the schema that editors use accepts', () => {
  const recipes = readdirSync(join(root, 'docs/recipes')).map((name) => `docs/recipes/${name}`);
  const shown = ['docs/configuration.md', ...recipes].flatMap((path) =>
    configurations(path).map((text, index): [string, string] => [`${path}, ${index + 1}`, text]),
  );

  test('what the guides show, of which there is some', () => expect(shown.length).toBeGreaterThan(3));
  test.each(shown)('%s', (_, text) => expect(problems(text)).toEqual([]));

  test.each([
    ['of a plugin', '{ "plugins": ["./rules/p.js"], "rules": { "own": ["warn", { "a": 1 }] } }'],
    ['of a plugin of remark', '{ "remark": [["remark-lint-x", 60]], "rules": { "remark-lint/x": "off" } }'],
    [
      'that an extended file may bring',
      '{ "extends": ["./base.json"], "overrides": [{ "files": [], "rules": { "own": "off" } }] }',
    ],
  ])('a rule %s', (_, text) => expect(problems(text)).toEqual([]));

  test('the configuration of the sample', () =>
    expect(problems(readFileSync(join(root, '.recaplintrc.json'), 'utf8'))).toEqual([]));

  test('what init writes, with the address of the schema in it', () => {
    const cwd = makeFolder({ 'node_modules/recaplint/schema/recaplintrc.schema.json': '{}' });
    cpSync(join(root, 'content'), join(cwd, 'content'), { recursive: true });
    const { stdout, stderr } = recaplint(['init', '--dry-run'], { cwd });
    expect(stdout, stderr).toContain('"$schema"');
    expect(problems(stdout)).toEqual([]);
  });
});

describe('it points out', () => {
  test.each([
    ['a key that is misspelt', '{ "serie": [] }'],
    ['a rule that is not there', '{ "rules": { "no-nbps": "error" } }'],
    [
      'one in an override',
      '{ "extends": ["recaplint:strict"], "overrides": [{ "files": [], "rules": { "no-nbps": "off" } }] }',
    ],
    ['a severity that is none', '{ "plugins": [], "rules": { "own": "fatal" } }'],
    ['a severity of ours that is none', '{ "rules": { "no-nbsp": "fatal" } }'],
    ['an option that the rule does not have', '{ "rules": { "no-bare-url": ["warn", { "mail": false }] } }'],
  ])('%s', (_, text) => expect(problems(text)).not.toEqual([]));
});
