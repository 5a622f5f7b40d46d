import { describe, expect, test } from 'vitest';
import { formatPeriod } from '../../src/calendar/period.ts';
import { createDocument } from '../../src/document/create.ts';
import { directionOf, publicationDate, subjectOf } from '../../src/document/periods.ts';
import { introOf, mentionsOf } from '../../src/document/prose-periods.ts';
import { parseWithRemark } from '../../src/document/remark.ts';

const read = (source: string, path = 'post.md') => createDocument({ source, path, parse: parseWithRemark });
const unset = { startMonth: null, looks: null };

describe('publicationDate', () => {
  const dateOf = (source: string, path?: string) => {
    const document = read(source, path);
    const date = publicationDate(document);
    return (
      date && { ...date.written.date, text: date.range && source.slice(date.range.start, date.range.end) }
    );
  };

  test('is the front matter’s, as it was written', () => {
    const source = '---\ndate: "2024-07-01T00:30:00+12:00" # local\n---\n';
    expect(dateOf(source)).toEqual({ year: 2024, month: 7, day: 1, text: '2024-07-01T00:30:00+12:00' });
  });

  test('passes over what is no date', () => {
    const source = '---\ndate: soon\npubDate: 2024-07-18\n---\n';
    expect(dateOf(source)).toEqual({ year: 2024, month: 7, day: 18, text: '2024-07-18' });
  });

  test('is that of the path where there is no other', () => {
    expect(dateOf('Text', '2024/07/18/recap.md')).toEqual({ year: 2024, month: 7, day: 18, text: null });
    expect(dateOf('Text', 'recap.md')).toBeNull();
  });
});

describe('subjectOf', () => {
  const subjectIn = (source: string, path?: string) => {
    const subject = subjectOf(read(source, path), unset);
    return subject && [formatPeriod(subject.named), subject.support.map((piece) => piece.source).join(' ')];
  };

  test.each([
    ['---\ntitle: Q2 2024 Recap\n---\n', 'q2-2024.md', ['Q2 2024', 'title path']],
    [
      '---\ntitle: Q2 Recap\nsummary: April to June 2024\n---\n',
      'recap.md',
      ['Q2 2024', 'title description'],
    ],
    ['---\nperiod: 2024-Q2\npermalink: /news/q2-2024/\n---\n', 'recap.md', ['Q2 2024', 'field slug']],
    ['# Q2 2024 Recap\n', 'recap.md', ['Q2 2024', 'title']],
    ['---\ntitle: Recap\n---\n\n# Q2 2024\n', 'recap.md', ['Q2 2024', 'heading']],
    ['Here is our recap of Q2 2024.\n', 'recap.md', ['Q2 2024', 'intro']],
  ])('%j in %s', (source, path, subject) => expect(subjectIn(source, path)).toEqual(subject));

  test.each([
    ['Text.\n', '2024-07-18-recap.md'],
    ['Since Q2 2024 we have a parser.\n', 'recap.md'],
    ['---\ntitle: July 2025 Short-Term Q2 Project Updates\n---\n', '2025-updates.md'],
    ['---\ntitle: Recap\ndescription: After a slow Q1 2024, we are back.\n---\n', 'recap.md'],
    ['', ''],
  ])('%j in %j has none', (source, path) => expect(subjectIn(source, path)).toBeNull());

  test('is read once', () => {
    const document = read('# Q2 2024 Recap\n');
    expect(subjectOf(document, unset)).toBe(subjectOf(document, unset));
    expect(subjectOf(document, { ...unset, startMonth: 2 })).not.toBe(subjectOf(document, unset));
  });
});

test('what is configured decides where a post looks', () => {
  const document = read('# Q2 2024 Roadmap\n');
  expect(directionOf(document, unset)).toBe('ahead');
  expect(directionOf(document, { ...unset, looks: 'back' })).toBe('back');
});

describe('mentionsOf', () => {
  const placesIn = (source: string) =>
    mentionsOf(read(source)).map(({ range, place, role }) => [
      source.slice(range.start, range.end),
      place,
      role,
    ]);

  test('tells the place of each', () => {
    const source = [
      '# Q2 2024 Recap',
      'We worked on a parser in **Q2** of 2024.',
      '## Summary',
      'During the *second* quarter, we built a parser.',
      '## Grants',
      'In Q1, we paid grants. In Q3, we paid more.',
      '- In Q4, we paid none.',
      '> In Q4, we quoted.',
    ].join('\n\n');
    expect(placesIn(source)).toEqual([
      ['Q2** of 2024', 'intro', 'subject'],
      ['second* quarter', 'summary', 'subject'],
      ['Q1', 'section-start', 'subject'],
      ['Q3', 'section-start', 'unknown'],
      ['Q4', 'body', 'unknown'],
    ]);
  });

  test('a mention in a link is a reference', () => {
    expect(placesIn('We worked on from [Q1 2024](q1.md) in Q2 2024.')).toEqual([
      ['Q1 2024', 'intro', 'background'],
      ['Q2 2024', 'intro', 'subject'],
    ]);
  });

  test.each([
    'In Q1 2024 and ',
    '[Q1 2024](x) and ',
    '# Q1 2024\n\nIn Q2, we met.\n\n',
  ])('takes linear time on many times %j', (piece) => {
    const document = read(piece.repeat(2_000));
    expect(document.prose.length).toBeGreaterThan(0);
    const start = performance.now();
    expect(mentionsOf(document).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

test('the introduction ends at the first heading below the title, or after four paragraphs', () => {
  const texts = (source: string) => introOf(read(source)).map(({ text }) => text);
  expect(texts('# Title\n\nOne.\n\n## Section\n\nTwo.')).toEqual(['One.']);
  expect(texts('One.\n\nTwo.\n\n- Item\n\nThree.\n\nFour.\n\nFive.')).toEqual([
    'One.',
    'Two.',
    'Three.',
    'Four.',
  ]);
});
