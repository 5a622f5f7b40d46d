import type { Defence } from './defence.ts';

export const defences: readonly Defence[] = [
  {
    threat: 'a post on which a rule breaks down',
    defence: 'the rule becomes the finding `rule-failed`; the other rules go on',
    without: [
      {
        file: 'src/engine/lint.ts',
        text: 'findings = [...(findings ?? []), failure(rule, error)];',
        becomes: 'throw error;',
      },
    ],
    test: 'tests/engine/lint.test.ts',
    named: 'a rule that breaks down is one finding',
  },
  {
    threat: 'a rule that points outside the post, or would write there',
    defence: 'every place is held against the length of the post',
    without: [
      {
        file: 'src/engine/yielded.ts',
        text: '  if (!lies) throw',
        becomes: '  if (false) throw',
      },
    ],
    test: 'tests/engine/lint.test.ts',
    named: 'a rule that points .* has broken down',
  },
  {
    threat:
      'a rule of a plugin that yields what is no problem: no range, a message that it does not have, edits that overlap',
    defence: 'what a rule yields is looked at before it becomes a finding',
    without: [
      { file: 'src/engine/made-finding.ts', text: '  mustBeProblem(problem, rule, length);\n', becomes: '' },
    ],
    test: 'tests/engine/yielded.test.ts',
    named: 'the edits of a fix overlap',
  },
  {
    threat: 'words of a post that look like the placeholder of a message, or like a method of objects',
    defence: 'a message is filled in one pass, with own keys only',
    without: [
      { file: 'src/engine/made-finding.ts', text: 'Object.hasOwn(data, name)', becomes: 'name in data' },
    ],
    test: 'tests/engine/lint.test.ts',
    named: 'data that looks like a placeholder',
  },
  {
    threat: 'fixes of two rules that undo each other',
    defence: 'a text that was there before ends the repair, at the latest the tenth pass does',
    without: [
      { file: 'src/engine/fix.ts', text: ' || seen.has(fixed)', becomes: '' },
      { file: 'src/engine/fix.ts', text: 'pass < mostPasses', becomes: 'true' },
    ],
    test: 'tests/engine/fix.test.ts',
    named: 'two rules that undo each other come to an end',
  },
];
