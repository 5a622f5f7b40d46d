import { describe, expect, it, test } from 'vitest';
import { dayOf } from '../../src/calendar/days.ts';
import { periodOf } from '../../src/calendar/period.ts';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { countIn } from '../../src/series/counts.ts';
import { sentencesOf } from '../../src/series/sentences.ts';

const published = dayOf({ year: 2024, month: 4, day: 4 });
const context = { subject: periodOf(published - 10, 'month'), published };

function sentences(source: string) {
  const document = createDocument({ source, path: 'post.md', parse: parseWithRemark });
  return sentencesOf(document, context).map((fact) => ({
    text: source.slice(fact.range.start, fact.range.end),
    times: fact.times.map(({ value }) => value),
    fact,
  }));
}

describe('the sentences that are kept', () => {
  it.each([
    ['a month', 'In March the gardeners planted trees on every quay.', ['March']],
    ['days', 'From 12 March to 14 June 2024 all the boats were in.', ['12 March', '14 June 2024']],
    ['HTML', '<p>In <em>March</em> the gardeners planted trees on every quay.</p>', ['March']],
    ['a list entry', '* 12 April: boats and nets and all who mend them', ['12 April']],
  ])('have a time near the post: %s', (_name, source, times) => {
    expect(sentences(source).map((sentence) => sentence.times)).toEqual([times]);
  });

  it.each([
    ['no time', 'The gardeners of the harbour planted trees on every quay.'],
    ['few words', 'In March we planted trees.'],
    ['a year long ago', 'In 2009 the gardeners planted trees on every quay.'],
    ['a quotation', '> In March the gardeners planted trees on every quay.'],
    ['a heading', '# In March the gardeners planted trees on every quay'],
    ['a sentence without end', `In March ${'the gardeners planted trees and '.repeat(40)}`],
  ])('%s is not kept', (_name, source) => {
    expect(sentences(source)).toEqual([]);
  });

  it('are compared by words, days, figures and targets', () => {
    const [plain, marked, day, target] = [
      'In March the gardeners planted [trees](https://example.org/a) on every quay.',
      'In **March**, the gardeners planted [trees](https://example.org/a) on every quay!',
      'In April the gardeners planted [trees](https://example.org/a) on every quay.',
      'In March the gardeners planted [trees][1] on every quay.\n\n[1]: https://example.org/b',
    ].map((source) => sentences(source)[0]!.fact) as [never, never, never, never];
    const { value, specifics } = plain as { value: string; specifics: string };
    expect(marked).toMatchObject({ value, specifics });
    expect((day as { specifics: string }).specifics).not.toBe(specifics);
    expect((target as { specifics: string }).specifics).not.toBe(specifics);
  });

  it('are sixty at most', () => {
    expect(sentences('In March the gardeners planted trees on every quay. '.repeat(100))).toHaveLength(60);
  });
});

test('a target in a definition is that of the link', () => {
  const inline = sentences('In March the gardeners planted [trees](https://example.org/a) right here.')[0]!;
  const reference = sentences(
    'In March the gardeners planted [trees][1] right here.\n\n[1]: https://example.org/a',
  )[0]!;
  expect(inline.fact.specifics).toBe(reference.fact.specifics);
});

test('many sentences and links in one paragraph take linear time', () => {
  const piece = 'In March we [planted](https://example.org/a) 3 trees this month, as all of us did. ';
  const time = (times: number) => {
    const start = performance.now();
    sentences(piece.repeat(times));
    return performance.now() - start;
  };
  time(50);
  expect(time(1_600)).toBeLessThan(200 + time(200) * 16);
});

describe('what a sentence counts', () => {
  it.each([
    ['This month we merged 212 pull requests.', 'This month'],
    ['In the past two weeks 12 people sent 31 patches.', 'past two weeks'],
    ['We answered 1,204 letters last quarter.', 'last quarter'],
    ['This report is our fifth.', 'This report is our fifth'],
    ['This is my third and final update.', 'This is my third'],
    ['This is the 12th monthly report.', 'This is the 12th monthly report'],
  ])('%s', (sentence, value) => {
    expect(countIn(sentence, [], false)?.value).toBe(value);
  });

  it.each([
    'This month we merged many pull requests.',
    'This month we merged 2 pull requests.',
    'This month we moved to Node 22 and Java 21.',
    'This month we released version 3.12 and 3.13 of it.',
    'This month we fixed #1204 and #1205 at last.',
    'We merged 212 pull requests and 31 patches.',
    'This year is the 2024 edition of it.',
    'This is the first time that all of us met.',
  ])('nothing: %s', (sentence) => {
    expect(countIn(sentence, [], false)).toBeNull();
  });

  it('a small number counts where a link stands beside it', () => {
    expect(countIn('This month we merged 12 pull requests.', [], true)?.value).toBe('This month');
  });
});
