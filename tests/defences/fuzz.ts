import type { Defence } from './defence.ts';

/** What keeps texts of any shape from crashing a run, misplacing a finding, or being damaged by a repair. */
export const defences: readonly Defence[] = [
  {
    threat: 'a post on which a rule breaks down',
    defence: 'the rule’s exception becomes the finding `rule-failed`, and the other rules go on',
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
    threat: 'a series on which a rule breaks down',
    defence: 'the rule’s exception becomes the finding `rule-failed` in the last post',
    without: [
      {
        file: 'src/engine/lint-series.ts',
        text: 'if (last) listOf(findings, last.path).push(failure(rule, error));',
        becomes: 'throw error;',
      },
    ],
    test: 'tests/engine/lint.test.ts',
    named: 'a series rule that breaks down is a finding',
  },
  {
    threat:
      'a key `__proto__` in front matter that becomes the prototype of the data in which a schema looks for keys',
    defence: 'keys are defined and not assigned, so that it is a key like any other',
    without: [
      {
        file: 'src/document/plain-data.ts',
        text: 'Object.defineProperty(object, key, { value: plain, enumerable: true });',
        becomes: '(object as Record<string, unknown>)[key] = plain;',
      },
    ],
    test: 'tests/fuzz/fuzz.test.ts',
    named: "campaign 'front-matter'",
  },
  {
    threat: 'front matter nested thousands of levels deep, which uses up the stack of its reader',
    defence: 'over 100 levels are one finding, and no reader sees them',
    without: [
      {
        file: 'src/document/front-matter.ts',
        text: 'const read = isTooDeep(content)',
        becomes: 'const read = false',
      },
    ],
    test: 'tests/document/front-matter-hostile.test.ts',
    named: 'arrays in arrays|objects in objects|full of',
  },
  {
    threat:
      'JSON without braces that breaks off at the end of a post, of which an error points behind the post',
    defence: 'the braces that are added to read it count for no place',
    without: [
      {
        file: 'src/document/json.ts',
        text: 'Math.max(this.bounds.start, Math.min(at + this.offset, this.bounds.end))',
        becomes: 'at + this.offset',
      },
    ],
    test: 'tests/document/front-matter.test.ts',
    named: 'where JSON without braces ends',
  },
  {
    threat: 'broken front matter with an emoji, of which an error ends between its two halves',
    defence: 'an error starts and ends between characters',
    without: [
      { file: 'src/document/front-matter.ts', text: 'if (splitsPair(source, end)) end++;', becomes: '' },
    ],
    test: 'tests/document/front-matter.test.ts',
    named: 'an error at a character of two units',
  },
  {
    threat: 'a comment that names a rule wrongly and so suppresses every rule',
    defence: 'a comment of unknown rules alone suppresses nothing and is reported',
    without: [
      {
        file: 'src/engine/directives.ts',
        text: 'return rules.length > 0 && known.length === 0 ? [] : [{',
        becomes: 'return [{',
      },
    ],
    test: 'tests/fuzz/fuzz.test.ts',
    named: "campaign 'comments'",
  },
  {
    threat: 'fixes of several rules at one place, each written for a text that the other changes',
    defence: 'of fixes that touch, the first is applied whole and the others wait for the next pass',
    without: [
      {
        file: 'src/engine/fix.ts',
        text: 'if (fix.edits.some((edit) => taken.touches(edit))) continue;',
        becomes: '',
      },
    ],
    test: 'tests/engine/fix.test.ts',
    named: 'takes the first of two|never applies half a fix|sees overlaps',
  },
  {
    threat: 'an invisible character whose deletion makes text a heading, a list, HTML or a definition',
    defence: 'it is reported and not deleted where that would change what stands beside it',
    without: [
      {
        file: 'src/rules/no-invisible-character.ts',
        text: "if (place !== 'address' && !mayGo(source, start, end)) return undefined;",
        becomes: '',
      },
    ],
    test: 'tests/rules/no-invisible-character.test.ts',
    named: 'no fix',
  },
  {
    threat: 'an empty list item whose deletion makes the text below part of the item above',
    defence: 'it is reported and not deleted where what follows is indented deeper than its mark',
    without: [
      {
        file: 'src/document/empty-items.ts',
        text: "if (blanks !== '') return indent!.length <= start - lineStart(source, start);",
        becomes: "if (blanks !== '') return true;",
      },
    ],
    test: 'tests/rules/no-empty-markup.test.ts',
    named: 'become part of the item above',
  },
  {
    threat: 'a row of thousands of commas, each of which would need a pass of its own to be repaired',
    defence: 'a row is one finding, repaired at once',
    without: [
      {
        file: 'src/rules/stray-punctuation.ts',
        text: '|,(?:[ \\t],)+|;;)(?=\\s|$)|, ?',
        becomes: '|,[ \\t],|;;)(?=\\s|$)|, ?',
      },
    ],
    test: 'tests/rules/stray-punctuation.test.ts',
    named: 'a row of commas',
  },
];
