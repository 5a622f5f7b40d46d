import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocument } from '../src/document/create.ts';
import { parseWithRemark } from '../src/document/remark.ts';
import { lint } from '../src/engine/lint.ts';
import { isSeriesRule } from '../src/engine/rule.ts';
import { noPostSettings } from '../src/engine/settings.ts';
import { rules } from '../src/rules/index.ts';

const folder = join(import.meta.dirname, 'posts/twins');
const section = (name: string) => ({ name, aliases: [], optional: false });
const sections = ['Summary', 'Finance & Legal', 'Membership', 'Events', 'Outlook'].map(section);

/** What every rule finds that reads single posts, as rule and offending text, whatever writes its marks. */
function findingsOf(name: string): string[] {
  const source = readFileSync(join(folder, name), 'utf8');
  const document = createDocument({ source, path: 'q2-2024-recap.md', parse: parseWithRemark });
  const { findings } = lint(document, {
    rules: rules
      .filter((rule) => !isSeriesRule(rule) && rule.id !== 'no-html-body')
      .map((rule) => ({ rule, severity: 'warn', options: rule.options ? rule.options.parse({}) : {} })),
    post: { ...noPostSettings, sections, ordered: true },
    knownIds: new Set(rules.map(({ id }) => id)),
    inlineConfig: true,
    requireReasons: false,
  });
  return findings.map(({ ruleId, range }) => `${ruleId}: ${plain(source.slice(range.start, range.end))}`);
}

/** Without tags, marks and the targets of links. */
function plain(written: string): string {
  return written
    .replace(/<[^>]*>/g, '')
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_[\]]/g, '')
    .replace(/&amp;/g, '&')
    .trim();
}

test('a post in one line of HTML has the findings of its twin in Markdown', () => {
  // Sorted: the target of a link stands before its text in HTML, and behind it in Markdown.
  const findings = findingsOf('q2-2024-markdown.md').sort();
  expect(findingsOf('q2-2024-html.md').sort()).toEqual(findings);
  expect(findings).toEqual(expect.arrayContaining(planted.filter((finding) => isKnown(finding))));
});

const planted = [
  'no-nbsp: &nbsp;',
  'no-quarter-mixup: first quarter of 2024',
  'no-underline: our stand',
  'no-bold-heading: Finance & Legal',
  'no-truncated-link: https://s',
  'no-bare-url: https://x.org/accounts',
  'no-wrong-weekday: Saturday, June 16, 2024',
  'heading-punctuation: :',
  'required-sections: Events:',
  'no-empty-section: Thanks',
];

function isKnown(finding: string): boolean {
  return rules.some(({ id }) => finding.startsWith(`${id}: `));
}
