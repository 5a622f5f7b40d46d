import { expect, test } from 'vitest';
import { sarif } from '../../src/reporters/sarif.ts';
import { context, finding, result } from './results.ts';
import { type Rule, runOf } from './sarif-reading.ts';

test('the rules are the same in every run, and those of a configuration come behind', () => {
  const rulesIn = (files: Parameters<typeof sarif>[0]) => runOf(sarif(files, context)).tool.driver.rules;
  const none = rulesIn([]);
  expect(none.map(({ id }) => id)).toEqual(context.ruleIds);
  const found = [result('a.md', 'BAD', [finding('BAD', 'BAD', { ruleId: 'patterns/x' })])];
  expect(rulesIn(found).slice(0, none.length)).toEqual(none);
  expect(
    rulesIn(found)
      .slice(none.length)
      .map(({ id }) => id),
  ).toEqual(['patterns/x']);
});

const page = [
  'See [`x`](x.md), [here](https://example.org/) and [below](#fix).',
  '`[a](b.md)`',
  '```md',
  '[c](d.md)',
  '```',
].join('\n');

function ruleWith(over: Partial<typeof context>): Rule {
  const ruleOf = (id: string) => ({ ...context.ruleOf(id), page });
  return runOf(sarif([], { ...context, ruleOf, ...over })).tool.driver.rules[0]!;
}

test('links from page to page are text where the pages are not on the web', () => {
  const { help, helpUri } = ruleWith({});
  expect(help.markdown).toBe(page.replace('[`x`](x.md)', '`x`').replace('[below](#fix)', 'below'));
  expect(helpUri).toBeUndefined();
});

test('links from page to page are whole addresses where the pages are on the web', () => {
  const pageOf = (id: string) => `https://example.org/docs/rules/${id}.md`;
  const { help, helpUri } = ruleWith({ pageOf });
  expect(helpUri).toBe('https://example.org/docs/rules/no-nbsp.md');
  expect(help.markdown).toContain('[`x`](https://example.org/docs/rules/x.md)');
  expect(help.markdown).toContain('[below](https://example.org/docs/rules/no-nbsp.md#fix)');
  expect(help.markdown).toContain('`[a](b.md)`\n```md\n[c](d.md)\n```');
});
