import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { applyFixes, fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import { archivePosts, hasArchives } from './posts.ts';
import { allRules } from './settings.ts';

// The rules that the recaps are held to here.
const named = [
  'date-in-window',
  'consistent-period',
  'no-quarter-mixup',
  'no-truncated-link',
  'no-nbsp',
  'no-bare-url',
];
const settings = { ...allRules, rules: allRules.rules.filter(({ rule }) => named.includes(rule.id)) };

// Two real quarterly recaps as they were first published: what the product was asked for.
const seeds = hasArchives ? archivePosts().filter(({ path }) => path.startsWith('seeds/')) : [];
const find = (name: string) => seeds.find(({ path }) => path.includes(name))!;

/** The words that a rule reports in a post, in order. */
function reported(name: string, ruleId: string): string[] {
  const { source, path } = find(name);
  const { findings } = lint(createDocument({ source, path, parse: parseWithRemark }), settings);
  return findings
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ range }) => source.slice(range.start, range.end));
}

test.skipIf(seeds.length === 0).each([
  ['q2-2024', 'date-in-window', ['2024-05-07T12:00:00Z']],
  ['q2-2024', 'no-quarter-mixup', ['first quarter of 2024']],
  ['q2-2024', 'consistent-period', []],
  ['q2-2024', 'no-truncated-link', []],
  ['q2-2024', 'no-bare-url', ['contact@rustfoundation.org']],
  ['q2-2024', 'no-nbsp', ['&nbsp;']],
  ['q4-2023', 'date-in-window', []],
  ['q4-2023', 'no-quarter-mixup', []],
  ['q4-2023', 'consistent-period', []],
  ['q4-2023', 'no-truncated-link', ['https://foundation.rust-l']],
  ['q4-2023', 'no-bare-url', ['contact@rustfoundation.org', 'membership@rustfoundation.org']],
])('in the %s recap, %s reports exactly the words that are wrong', (name, ruleId, words) => {
  expect(reported(name, ruleId)).toEqual(words);
});

test.skipIf(seeds.length === 0)('every no-break space of the recaps is reported', () => {
  for (const { path, source } of seeds) {
    // Rows of them are one finding.
    expect(reported(path, 'no-nbsp')).toEqual(source.match(/(?:&nbsp;)+/g) ?? []);
  }
});

test.skipIf(seeds.length === 0)(
  'fixing removes every no-break space and changes no byte outside its edits',
  () => {
    for (const { path, source } of seeds) {
      const post = { source, path, parse: parseWithRemark };
      const { findings } = lint(createDocument(post), settings);
      const safe = findings.flatMap(({ fix }) => (fix?.safety === 'safe' ? fix.edits : []));
      const once = applyFixes(source, findings, { unsafe: false }).text;
      expect(once).not.toContain('&nbsp;');
      // What no edit covers stands in the result, in the same order: cut the edits out of both and compare.
      const kept = uncovered(
        source,
        safe.map(({ range }) => range),
      );
      let from = 0;
      for (const part of kept) {
        const at = once.indexOf(part, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + part.length;
      }
      expect(once.length - kept.join('').length).toBeLessThanOrEqual(
        safe.reduce((sum, { text }) => sum + text.length, 0),
      );
      const fixed = fixPost(post, settings, { unsafe: false });
      expect(fixed.outcome.findings.filter(({ fix }) => fix?.safety === 'safe')).toEqual([]);
    }
  },
);

/** The stretches of a text between ranges, empty ones left out. */
function uncovered(text: string, ranges: readonly { start: number; end: number }[]): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > from) parts.push(text.slice(from, start));
    from = Math.max(from, end);
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}
