import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createDocument } from '../../src/document/create.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { lint } from '../../src/engine/lint.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { noWord, settingsOf } from '../engine/rules-for-tests.ts';
import type { Campaign } from './campaign.ts';
import { suppressedLines } from './comment-model.ts';
import { directiveTokens, hostileTokens } from './hostile-tokens.ts';
import { mutatedText } from './mutated-text.ts';
import { assertFindings } from './places.ts';
import { parsers, postNames } from './workspace.ts';

interface CommentedPost {
  readonly path: string;
  /** Words that a rule reports, and comments, in lines of their own: what they suppress can be told line by line. */
  readonly lines: readonly string[];
  /** The same, mutated: of it nobody knows more than that comments alone suppress. */
  readonly source: string;
}

const other = defineRule({ ...noWord, id: 'other' });
const settings = settingsOf([noWord, [other, { word: 'ugly' }]]);

const verb = fc.constantFrom(
  'disable',
  'disable',
  'enable',
  'disable-line',
  'disable-next-line',
  'disable-file',
  'disabel',
);
const names = fc.constantFrom(
  '',
  'no-word',
  'other',
  'no-word, other',
  'no-wrod',
  'other no-wrod',
  'constructor',
);
const reason = fc.constantFrom('', '', ' -- why', ' --');
const comment = fc
  .tuple(verb, names, reason)
  .map(([what, which, why]) => `<!-- recaplint-${what} ${which}${why} -->`);
const text = fc.constantFrom('bad', 'ugly', 'bad and ugly', 'fine', '');
const line = fc.oneof(
  { arbitrary: text, weight: 5 },
  { arbitrary: comment, weight: 2 },
  {
    arbitrary: fc.tuple(fc.constantFrom('bad', 'ugly', 'fine'), comment).map((parts) => parts.join(' ')),
    weight: 1,
  },
);

const seeds = [
  '<!-- recaplint-disable no-word -- why -->\nbad\n\n<!-- recaplint-enable no-word -->\n\nbad and ugly\n',
  '---\ntitle: bad # recaplint-disable-line no-word\n# recaplint-disable-next-line\nother: ugly\n---\nbad\n',
  '- bad <!-- recaplint-disable-line -->\n- ugly\n\n> <!-- recaplint-disable-next-line other,no-word -->\n> ugly\n',
  '{/* recaplint-disable-next-line no-word */}\nbad\n\n<!--\nrecaplint-disable-file other\n-->\n\nugly\n',
];

export const comments: Campaign<CommentedPost> = {
  name: 'comments',
  promise:
    'A finding is suppressed where a comment says so and nowhere else, and a comment that is not understood is reported.',
  inputs: fc.record({
    path: fc.constantFrom(...postNames),
    lines: fc.array(line, { maxLength: 12 }),
    source: mutatedText({
      seeds,
      tokens: [...directiveTokens, ...hostileTokens, 'bad', 'ugly', '-->'],
      longest: 3_000,
      most: 8,
    }),
  }),
  runs: 300,
  check({ path, lines, source }) {
    assertModel(lines);
    for (const parse of parsers) {
      const document = createDocument({ source, path, parse });
      const { findings } = lint(document, settings);
      assertFindings(source, findings);
      assertOnlyComments(source, findings, lint(document, { ...settings, inlineConfig: false }).findings);
    }
  },
};

/** Of lines between blank ones, exactly the findings are left that the model leaves. */
function assertModel(lines: readonly string[]): void {
  const source = lines.join('\n\n');
  const suppressed = suppressedLines(lines);
  const expected = lines.flatMap((written, index) =>
    ['no-word', 'other']
      .filter((id) => written.includes(id === 'other' ? 'ugly' : 'bad') && !suppressed[index]!.has(id))
      .map((id) => `${index} ${id}`),
  );
  const document = createDocument({ source, path: 'post.md', parse: parsers[0] });
  const { findings } = lint(document, settings);
  const found = findings.filter(({ ruleId }) => !ruleId.endsWith('-directive'));
  const lineOf = ({ range }: Finding) => (document.lines.pointAt(range.start).line - 1) / 2;
  assert.deepEqual(
    found.map((finding) => `${lineOf(finding)} ${finding.ruleId}`).sort(),
    expected.sort(),
    source,
  );
  const unknown = lines.filter((written) => /disabel|wrod|constructor/.test(written)).length;
  const reported = new Set(findings.filter(({ ruleId }) => ruleId === 'unknown-directive').map(lineOf));
  assert.equal(reported.size, unknown, `unknown: ${source}`);
}

/** Comments take findings away, add none but those about themselves, and do neither where there are none. */
function assertOnlyComments(source: string, findings: readonly Finding[], without: readonly Finding[]): void {
  const said = (finding: Finding) => JSON.stringify(finding);
  const all = new Set(without.map(said));
  const added = findings.filter(
    (finding) => !all.has(said(finding)) && !finding.ruleId.endsWith('-directive'),
  );
  assert.deepEqual(added, [], 'a comment added a finding');
  const kept = findings.filter((finding) => all.has(said(finding)));
  if (kept.length < without.length)
    assert.match(source, /recaplint-disable/, 'a finding is suppressed and no comment says so');
}
