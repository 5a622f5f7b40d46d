import type { SectionSetting } from '../../src/engine/settings.ts';
import rule from '../../src/rules/required-sections.ts';
import { testRule } from '../../src/testing.ts';

function section(name: string, more: Partial<SectionSetting> = {}): SectionSetting {
  return { name, aliases: [], optional: false, ...more };
}

const sections = [
  section('Summary'),
  section('Finance & Legal', { aliases: ['Money'] }),
  section('Membership', { optional: true }),
  section('Events'),
];
const ordered = { sections, ordered: true };
const missing = (name: string) =>
  `The section *${name}* is missing: write it, or mark it as optional in the configuration.`;

testRule(rule, {
  valid: [
    { name: 'nothing configured', text: '## Anything\n' },
    { name: 'an empty file', text: '\n', post: ordered },
    {
      name: 'numbers in front and attributes behind',
      text: '## 1. Summary {#summary}\n\n## 2) Finance & Legal { .wide }\n\n## Events {#e .x}\n',
      post: { sections: [section('Summary'), section('Events')], ordered: true },
    },
    { text: '## Summary\n\n## Finance & Legal\n\n## Membership\n\n## Events\n', post: ordered },
    { name: 'an optional section is absent', text: '## Summary\n\n## Money\n\n## Events\n', post: ordered },
    {
      name: 'written in other ways',
      text: '### **SUMMARY**\n\n# 💰 Finance and Legal:\n\nEvents\n------\n',
      post: ordered,
    },
    {
      name: 'others between',
      text: '## Summary\n\n## News\n\n### Finance & legal\n\n## Events\n\n## Thanks\n',
      post: ordered,
    },
    { name: 'any order', text: '## Events\n\n## Money\n\n## Summary\n', post: { sections } },
    { name: 'a section twice', text: '## Summary\n\n## Money\n\n## Events\n\n## Summary\n', post: ordered },
  ],
  invalid: [
    {
      name: 'missing in the middle: at the heading it precedes',
      text: '## Summary\n\n## Membership\n\n## Events\n',
      post: ordered,
      reports: [`3:4-3:14 ${missing('Finance & Legal')}`],
    },
    {
      name: 'missing at the end: at the last heading',
      text: '## Summary\n\n## Money\n\n## Thanks\n',
      post: ordered,
      reports: [`5:4-5:10 ${missing('Events')}`],
    },
    {
      name: 'no headings: at the title',
      text: '---\ntitle: Q2 2024 Recap\n---\n\nText.\n',
      post: { sections: [section('Summary')] },
      reports: [`2:8-2:21 ${missing('Summary')}`],
    },
    {
      name: 'no headings and no title: at the start',
      text: 'Text.\n',
      post: { sections: [section('Summary')] },
      reports: [`1:1-1:1 ${missing('Summary')}`],
    },
    {
      name: 'only headings inside quotes and lists',
      text: '> ## Summary\n\n## Money\n\n## Events\n',
      post: ordered,
      reports: [`3:4-3:9 ${missing('Summary')}`],
    },
    {
      name: 'renamed',
      text: '## Summary\n\n## Finances\n\n## Events\n',
      post: ordered,
      reports: ['3:4-3:12 The section *Finance & Legal* is missing; *Finances* looks like it: rename it.'],
    },
    {
      name: 'mistyped, and with emphasis',
      text: '## **Sumary**\n\n## Money\n\n## Events\n',
      post: ordered,
      reports: ['1:4-1:14 The section *Summary* is missing; *Sumary* looks like it: rename it.'],
    },
    {
      name: 'one out of order: the fewest are reported',
      text: '## Events\n\n## Summary\n\n## Money\n\n## Membership\n',
      post: ordered,
      reports: ['1:4-1:10 The section *Events* is out of order: it comes after *Membership*.'],
    },
    {
      name: 'out of order and before another',
      text: '## Money\n\n## Membership\n\n## Summary\n\n## Events\n',
      post: ordered,
      reports: ['5:4-5:11 The section *Summary* is out of order: it comes before *Money*.'],
    },
    {
      name: 'a renamed section counts in the order, and has one finding',
      text: '## Finances\n\n## Events\n\n## Summary\n',
      post: ordered,
      reports: [
        '1:4-1:12 The section *Finance & Legal* is missing; *Finances* looks like it: rename it.',
        '5:4-5:11 The section *Summary* is out of order: it comes before *Finances*.',
      ],
    },
    {
      name: 'a renamed section out of order',
      text: '## Finances\n\n## Summary\n\n## Events\n',
      post: ordered,
      reports: ['1:4-1:12 The section *Finance & Legal* is missing; *Finances* looks like it: rename it.'],
    },
  ],
});
