import * as fc from 'fast-check';
import { type Format, formats } from '../../src/reporters/formats.ts';
import { context } from '../reporters/results.ts';
import type { Campaign } from './campaign.ts';
import { assertPost, type LintedText } from './linted-post.ts';
import { mutatedText } from './mutated-text.ts';
import { postNames, postTexts } from './workspace.ts';

interface MutatedPost {
  readonly path: string;
  readonly source: string;
  /** In which its findings are printed. */
  readonly format: Format;
}

const formatNames = Object.keys(formats) as Format[];

export const posts: Campaign<MutatedPost> = {
  name: 'posts',
  promise:
    'A mutated post is linted by both parsers without an exception, twice alike and in linear time, and every place lies in it.',
  inputs: fc.record({
    path: fc.constantFrom(...postNames),
    source: mutatedText({ seeds: postTexts }),
    format: fc.constantFrom(...formatNames),
  }),
  runs: 250,
  async check({ path, source, format }) {
    const linted = await assertPost(path, source);
    await assertReport(source, linted, format);
  },
};

/** The findings can be printed, and what is JSON can be read. */
async function assertReport(text: string, { outcome }: LintedText, format: Format): Promise<void> {
  const report = await formats[format]();
  const printed = report(
    [{ path: '/posts/post.md', root: '/posts', text, findings: outcome.findings }],
    context,
  );
  if (['json', 'sarif', 'gitlab', 'rdjson', 'lsp'].includes(format)) JSON.parse(printed);
  if (format === 'jsonl') for (const line of printed.split('\n').filter(Boolean)) JSON.parse(line);
}
