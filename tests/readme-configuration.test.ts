import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recaplint, root } from './e2e/run.ts';
import { makeFolder } from './folder.ts';

/** The configuration of the README that uses all there is. */
const config = /<!-- all -->\s*```json\n([\s\S]*?)```/.exec(
  readFileSync(join(root, 'README.md'), 'utf8'),
)![1]!;

/** A plugin that takes offence at a word. */
function ruleAgainst(id: string, word: string, options: string): string {
  return `
import { defineRule, z } from 'recaplint';
export default defineRule({
  id: '${id}',
  summary: 'Disallow a word.',
  options: ${options},
  messages: { found: 'Not {word}.' },
  *check(document) {
    for (const block of document.prose) {
      const at = block.text.indexOf('${word}');
      if (at < 0) continue;
      yield { message: 'found', data: { word: '${word}' }, range: block.sourceRange(at, at + ${word.length}) };
    }
  },
});
`;
}

const post = `---
title: Q2 2024 Recap
date: 2024-07-09
---

## Summary

Bluebird sent an e-mail to DataDog, *then* to _Globex_, as in [the minutes][minutes] [sic].

## Contact

Send an e-mail. It is **good** or __better__.
`;

test('the README has one configuration that uses all there is, and each part of it counts', () => {
  const codenames = 'z.strictObject({ names: z._default(z.record(z.string(), z.string()), {}) })';
  const cwd = makeFolder({
    '.git': null,
    '.recaplintrc.json': config,
    'package.json': '{ "type": "module" }',
    'recap.schema.json': '{ "required": ["author"] }',
    'rules/no-internal-codename.js': ruleAgainst('no-internal-codename', 'Bluebird', codenames),
    'node_modules/recaplint-plugin-sponsors/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/recaplint-plugin-sponsors/index.js': ruleAgainst(
      'sponsors',
      'Globex',
      'z.strictObject({})',
    ),
    'node_modules/@acme/recaplint-config/package.json': '{ "exports": "./index.json" }',
    'node_modules/@acme/recaplint-config/index.json':
      '{ "rules": { "no-bold-heading": "error", "date-in-window": "warn" } }',
    'content/recaps/q2-2024.md': post.replace('2024-07-09', '2024-04-02'),
  });
  for (const name of ['recaplint', 'remark-preset-lint-consistent', 'remark-lint-no-undefined-references'])
    symlinkSync(
      name === 'recaplint' ? root : join(root, 'node_modules', name),
      join(cwd, 'node_modules', name),
      'junction',
    );
  const run = recaplint(['content', '--format', 'json'], { cwd });
  expect(run.stderr).toBe('');
  const [{ messages }] = JSON.parse(run.stdout) as [
    { messages: { ruleId: string; line: number; severity: number }[] },
  ];
  expect(messages.map(({ ruleId, line, severity }) => `${line} ${severity} ${ruleId}`)).toEqual([
    '1 2 front-matter-schema',
    '3 1 date-in-window',
    '8 2 no-internal-codename',
    '8 1 patterns/e-mail',
    '8 1 consistent-terms',
    '8 1 remark-lint/emphasis-marker',
    '8 1 sponsors',
    '8 1 remark-lint/no-undefined-references',
  ]);
  const without = recaplint(['content', '--no-code'], { cwd });
  expect(without.stderr.match(/is a program and is not run/g)).toHaveLength(5);
});
