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
    ['days', 'From 12 March to 14 June 2024 all the boats were in.', ['12 March to 14 June 2024']],
    ['two days', 'On 12 March and on 14 June 2024 all the boats were in.', ['12 March', '14 June 2024']],
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
    ['This is my third and final update.', 'This is my third and final update'],
    ['Since then 22 boats came and 3 left in the last month.', 'last month'],
    ['This is the 12th monthly report.', 'This is the 12th monthly report'],
  ])('%s', (sentence, value) => {
    expect(countIn(sentence, [], false)?.value).toBe(value);
  });

  it.each([
    'This month we merged many pull requests.',
    'This month we merged 2 pull requests.',
    'This month we merged 3 pull requests and closed 12 issues.',
    'This month each boat paid 120 euros and 300 dollars for power.',
    'This is my second year as the editor of these pages.',
    'This is our third boat, and this one leaks.',
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

describe('a time that only names or dates something', () => {
  it.each([
    'Since March the ferry leaves from the new pontoon every hour.',
    'Our treasurer since March 2024, Ann Berg, answers all questions about fees.',
    'The crane, which opened in March, lifts all boats of the harbour.',
    'The crane that we ordered in March has not been delivered by the yard.',
    'The survey of March showed that most members want longer opening hours.',
    'As we wrote in March, the town wants to sell the old ferry.',
    'Ann joined the crew in March 2024 and takes care of the boats.',
    'In March we began to count the gulls, and we go on with it.',
    'In March the yard had no free crane, and it still has none.',
    'The minutes of the meeting of 12 March are on our site for everybody.',
    'Loom 2.3 came out on 12 March and is the version that we recommend.',
    'Milestone 3 was due on 12 March and is delayed for lack of ropes.',
    'The photos from the harbour feast on 12 March hang in the boathouse.',
    'The statutes of 14 March hold, and you can read them in the office.',
    'The dogs of the harbour stay on the lead until 31 July each year.',
    '[Knots and ropes, evening 2 (register by 23 April)](https://example.org/2)',
  ])('%s', (source) => {
    expect(sentences(source)[0]!.fact.times.map(({ aside }) => aside)).toEqual([true]);
  });

  it.each([
    'In March the gardeners planted trees on every quay of the harbour.',
    'This is what kept all of us busy in March and after.',
    'Here is the list of all that we did in March and after.',
    'Read our report of March, which tells of boats and nets.',
    'On 12 March we sowed beans and then waited for all the rain.',
    '12 March: boats and nets and all who mend them',
    'The exhibition in the boathouse is open until the end of March.',
    'The harbour feast on 12 March drew more people than we had hoped for.',
    'Come to the big harbour feast, which is held on 14 April 2024.',
    'Whoever has planned to come can still register for it until 22 April.',
    'The next meeting of the board that we elected is on 22 April.',
    '[Register for all of the knots and ropes by 23 April](https://example.org/2)',
  ])('not: %s', (source) => {
    expect(sentences(source)[0]!.fact.times.map(({ aside }) => aside)).toEqual([undefined]);
  });
});
