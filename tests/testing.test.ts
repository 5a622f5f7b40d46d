import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { defineRule, type Rule } from '../src/engine/rule.ts';
import { type RuleTables, type TestRunner, testRule } from '../src/testing.ts';

const rule = defineRule({
  id: 'no-codename',
  summary: 'Disallow internal code names.',
  category: 'prose',
  recommended: 'warn',
  fixes: 'always',
  options: z.strictObject({ names: z._default(z.array(z.string()), ['Blue']) }),
  messages: { found: '“{name}” is an internal name.' },
  *check({ headings }, { names }) {
    for (const { text, range } of headings) {
      if (!names.includes(text)) continue;
      const fix = { title: 'Write “X”', safety: 'safe' as const, edits: [{ range, text: '# X' }] };
      yield { message: 'found', data: { name: text }, range, fix };
    }
  },
});

const tables: RuleTables = {
  valid: [{ text: '# Red\n' }, { text: '# Blue\n', options: { names: ['Red'] } }],
  invalid: [{ text: '# Blue\n', reports: ['1:1-1:7 “Blue” is an internal name.'], fixed: '# X\n' }],
};

/** What the tests that are registered fail with, by name. */
function failures(tested: Rule, given: RuleTables): Record<string, string> {
  const failed: Record<string, string> = {};
  const runner: TestRunner = {
    describe: (_, body) => body(),
    it(name, body) {
      try {
        body();
      } catch (error) {
        failed[name] = (error as Error).message;
      }
    },
  };
  testRule(tested, given, runner);
  return failed;
}

const [invalid] = tables.invalid;

describe('testRule', () => {
  test('is content with a rule that does what its tables say', () => {
    expect(failures(rule, tables)).toEqual({});
  });

  test.each<[string, Partial<RuleTables>, string]>([
    ['a table without cases', { valid: [] }, 'A table is empty.'],
    ['a report that does not come', { invalid: [{ ...invalid!, text: '# Red\n' }] }, 'Reports differ.'],
    [
      'a report that was not expected',
      { valid: [{ text: '# Blue\n' }] },
      '1:1-1:7 “Blue” is an internal name.',
    ],
    ['another repair', { invalid: [{ ...invalid!, fixed: '# Y\n' }] }, '`fixed` differs.'],
    [
      'an option that the rule does not have',
      { valid: [{ text: '', options: { nmaes: [] } }] },
      'The rule does not take the options {"nmaes":[]}: Unknown key "nmaes" in options. Did you mean "names"?',
    ],
    [
      'an option of another kind',
      { valid: [{ text: '', options: { names: 'Blue' } }] },
      'The rule does not take the options {"names":"Blue"}: options.names is "Blue", but must be a list',
    ],
  ])('says what is wrong with %s', (_, change, message) => {
    const failed = Object.values(failures(rule, { ...tables, ...change }));
    expect(failed).toContainEqual(expect.stringContaining(message));
  });

  test('says what a case needs', () => {
    const code = { code: '# Red\n' } as never;
    expect(() => failures(rule, { ...tables, valid: [code] })).toThrow(
      'Each case is an object with `text`, the whole post.',
    );
    const errors = { text: '# Blue\n', errors: 1 } as never;
    expect(Object.values(failures(rule, { ...tables, invalid: [errors] }))).toContain(
      'An invalid case needs `reports`: a list of all findings in it.',
    );
  });

  test('says that an option has no default', () => {
    const demanding = { ...rule, options: z.strictObject({ names: z.array(z.string()) }) };
    const failed = failures(demanding, { ...tables, valid: [{ text: '# Red\n' }] });
    expect(failed['is silent: "# Red\\n"']).toContain('Each option needs a default.');
  });

  test('says that a rule has no options', () => {
    const { options: _, ...plain } = rule;
    const failed = failures(plain, { ...tables, valid: [{ text: '', options: { names: [] } }] });
    expect(Object.values(failed)).toContainEqual(
      expect.stringContaining('has no options; a case gives {"names":[]}.'),
    );
  });

  test('says how to pass a runner where it is given none', () => {
    const nothing = {} as TestRunner;
    expect(() => testRule(rule, tables, nothing)).toThrow(
      'what it is given has no functions `describe` and `it`',
    );
  });
});
