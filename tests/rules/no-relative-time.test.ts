import { describe, it } from 'vitest';
import rule from '../../src/rules/no-relative-time.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'a quarter by name', text: 'In Q1 2024, we met.\n' },
      { name: 'the fourth quarter', text: 'The last quarter of 2020 was good.\n' },
      { name: 'the time of the post', text: 'This quarter was good.\n' },
      { name: 'the title of something else', text: '[What comes next month](https://example.com/)\n' },
      { name: 'somebody’s own words', text: '> See you next month.\n' },
    ],
    invalid: [
      {
        name: 'a quarter',
        text: 'Last quarter, we met.\n',
        reports: [
          '1:1-1:13 Says *Last quarter*, which is another quarter for whoever reads it later: write which one.',
        ],
      },
      {
        name: 'through markup',
        text: 'See you **next** month!\n',
        reports: [
          '1:11-1:23 Says *next month*, which is another month for whoever reads it later: write which one.',
        ],
      },
      {
        name: 'several months',
        text: 'Over the past three months and in the coming weeks.\n',
        reports: [
          '1:10-1:27 Says *past three months*, which are other months for whoever reads it later: write which.',
          '1:39-1:51 Says *coming weeks*, which are other weeks for whoever reads it later: write which.',
        ],
      },
    ],
  },
  { describe, it },
);
