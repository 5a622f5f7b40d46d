function post(title: string, date: string, summary: string, community: string): string {
  return `---
title: "${title} Recap from Mira Oduya"
date: ${date}
---

## Summary

${summary}

## Community

${community}
`;
}

const fourth = post(
  'Q4 2023',
  '2024-01-09',
  'In the fourth quarter of 2023 the association looked for a new office.',
  'Nobody came to the harbour in winter, so we met at the school and wrote letters.',
);
const first = post(
  'Q1 2024',
  '2024-04-09',
  'In the first quarter of 2024 the association moved into an office by the river.',
  'Here is what the crew of the harbour did in March: it painted the boats.',
);
const second = post(
  'Q2 2024',
  '2024-07-09',
  `😀 漢字 In the first quarter of 2024 the association opened its library to everyone.

The 😀 librarian greets you at&nbsp;the door, and 東京 has [a list](https://lapwing-atlas.org/list?utm_source=mail) of all books.`,
  `漢字 😀 Here is what the crew of the harbour did in March: it painted the boats.

The 東京 shelves came from a school\u200B that closed, and 👩‍🚀 the the carpenter gave her time.`,
);
const windows = '# Notes\r\n\r\n😀 漢字 See the&nbsp;map.\r\n\r\n東京 has the the list.\r\n';

/** What an editor shows of a finding: the characters that it marks, and those before them on the line. */
export interface Marked {
  readonly code: string;
  readonly severity: 'ERROR' | 'WARN';
  /** From 1. */
  readonly line: number;
  readonly before: string;
  readonly text: string;
  readonly message: string;
}

/** What the post on Q2 is to be told, in order, when it is opened. */
export const inPost: readonly Marked[] = [
  {
    code: 'no-quarter-mixup',
    severity: 'ERROR',
    line: 8,
    before: '😀 漢字 In the ',
    text: 'first quarter of 2024',
    message: 'The summary says *first quarter of 2024*, the title Q2 2024: write *second quarter of 2024*.',
  },
  {
    code: 'no-nbsp',
    severity: 'WARN',
    line: 10,
    before: 'The 😀 librarian greets you at',
    text: '&nbsp;',
    message: '`&nbsp;` between words is left over from an editor: write a plain space.',
  },
  {
    code: 'no-tracking-parameters',
    severity: 'WARN',
    line: 10,
    before:
      'The 😀 librarian greets you at&nbsp;the door, and 東京 has [a list](https://lapwing-atlas.org/list?',
    text: 'utm_source=mail',
    message:
      'The page is the same without `utm_source`, which only tells where a reader came from: delete it from the address.',
  },
  {
    code: 'no-copied-text',
    severity: 'WARN',
    line: 14,
    before: '',
    text: '漢字 😀 Here is what the crew of the harbour did in March: it painted the boats.',
    message:
      'This sentence stands in the issue on Q1 2024 as well and still says “March”: write what holds now, or leave it out.',
  },
  {
    code: 'no-invisible-character',
    severity: 'ERROR',
    line: 16,
    before: 'The 東京 shelves came from a school',
    text: '\u200B',
    message:
      'An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
  },
  {
    code: 'no-repeated-word',
    severity: 'WARN',
    line: 16,
    before: 'The 東京 shelves came from a school\u200B that closed, and 👩‍🚀 ',
    text: 'the the',
    message: '“the” stands here twice: delete one of the two.',
  },
];

/** What the notes with Windows line endings are to be told. */
export const inWindowsFile: readonly Marked[] = [
  {
    code: 'no-nbsp',
    severity: 'WARN',
    line: 3,
    before: '😀 漢字 See the',
    text: '&nbsp;',
    message: '`&nbsp;` between words is left over from an editor: write a plain space.',
  },
  {
    code: 'no-repeated-word',
    severity: 'WARN',
    line: 5,
    before: '東京 has ',
    text: 'the the',
    message: '“the” stands here twice: delete one of the two.',
  },
];

/** The files of a small series, and notes beside it. */
export const files = {
  '.recaplintrc.json': '{ "extends": ["recaplint:recommended"] }\n',
  'posts/q4-2023-recap.md': fourth,
  'posts/q1-2024-recap.md': first,
  'posts/q2-2024-recap.md': second,
  'notes/crlf.md': windows,
};

/** The files after the quarter was changed by a code action, and saving repaired all that is safe to repair. */
export const repaired = {
  'posts/q2-2024-recap.md': second
    .replace('first quarter', 'second quarter')
    .replace('&nbsp;', ' ')
    .replace('?utm_source=mail', '')
    .replace('\u200B', ''),
  'notes/crlf.md': windows.replace('&nbsp;', ' '),
};
