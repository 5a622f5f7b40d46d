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
    {
      name: 'HTML',
      text: '<div><h2 id="s">Summary</h2><p>a</p><h2><b>Finance &amp; Legal:</b></h2><p>b</p><h2>Events</h2></div>\n',
      post: ordered,
    },
    {
      name: 'HTML and Markdown',
      text: '<h2>Summary</h2>\n\na\n\n## 💰 Money.\n\nb\n\n<h3>3. Events</h3>\n',
      post: ordered,
    },
    {
      name: 'HTML: an optional one is there',
      text: '<h2>Summary</h2><h2>Money</h2><h2>Membership</h2><h2>Events</h2>\n',
      post: ordered,
    },
    {
      name: 'entities, links, code and no-break spaces',
      text: '## [Summary](/s)&nbsp;\n\n## Finance &amp; <u>Legal</u>\n\n## Events\n',
      post: ordered,
    },
    {
      name: 'an alias beside the name',
      text: '## Summary\n\n## Money\n\n## Finance & Legal\n\n## Events\n',
      post: ordered,
    },
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
      name: 'HTML: missing in the middle',
      text: '<div><h2>Summary</h2><p>a</p><h2 id="m">Membership</h2><p>b</p><h2>Events</h2></div>\n',
      post: ordered,
      reports: [`1:41-1:51 ${missing('Finance & Legal')}`],
    },
    {
      name: 'HTML: renamed, emoji before',
      text: '<p>😀</p><h2>Summary</h2><h2>2. <b>Finances</b></h2><h2>Events</h2>\n',
      post: ordered,
      reports: [
        '1:30-1:48 The section *Finance & Legal* is missing; *2. Finances* looks like it: rename it.',
      ],
    },
    {
      name: 'HTML: out of order',
      text: '<h2>Events</h2><h2>Summary</h2><h2>Money</h2>\n',
      post: ordered,
      reports: ['1:5-1:11 The section *Events* is out of order: it comes after *Money*.'],
    },
    {
      name: 'HTML: only a bold paragraph',
      text: '<p><b>Summary</b></p><h2>Money</h2><h2>Events</h2>\n',
      post: ordered,
      reports: [`1:26-1:31 ${missing('Summary')}`],
    },
    {
      name: 'all missing, none like another',
      text: '## Thanks\n',
      post: ordered,
      reports: [
        `1:4-1:10 ${missing('Summary')}`,
        `1:4-1:10 ${missing('Finance & Legal')}`,
        `1:4-1:10 ${missing('Events')}`,
      ],
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
