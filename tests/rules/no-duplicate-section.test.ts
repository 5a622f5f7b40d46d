import rule from '../../src/rules/no-duplicate-section.ts';
import { testRule } from '../../src/testing.ts';

const twice = (heading: string) => `The section *${heading}* is there twice: join the two, or rename one.`;

testRule(rule, {
  valid: [
    {
      name: 'days of a diary',
      text: '## Feb 7, 2020\n\nA.\n\n## 2 May 2020\n\nB.\n\n## Feb 7, 2020\n\nC.\n',
    },
    { text: '## Loom\n\na\n\n## Kiln\n\nb\n' },
    { name: 'different parents', text: '## 1.1\n\n### Added\n\na\n\n## 1.0\n\n### Added\n\nb\n' },
    { name: 'different levels', text: '## Loom\n\na\n\n### Loom\n\nb\n' },
    { name: 'a pattern of three', text: '## Loom\n\na\n\n## Loom\n\nb\n\n## Loom\n\nc\n' },
    {
      name: 'a pattern of two names',
      text: '## Alma\n\n## Done\n\na\n\n## Next\n\nb\n\n## Ben\n\n## Done\n\nc\n\n## Next\n\nd\n',
    },
    { name: 'a group without a level', text: '## April\n\n## Loom\n\na\n\n## May\n\n## Loom\n\nb\n' },
    {
      name: 'numbered groups with an introduction',
      text: '## Report 1: April\n\nHi.\n\n## Loom\n\na\n\n## Report 2: May\n\nHi again.\n\n## Loom\n\nb\n',
    },
    {
      name: 'groups of a lower level',
      text: '#### April 1–15\n\n## Loom\n\na\n\n#### April 16–30\n\n## Loom\n\nb\n',
    },
    { name: 'code', text: '## `loom`\n\na\n\n## `kiln`\n\nb\n' },
    { name: 'code with a name', text: '## The `loom` type\n\na\n\n## The `kiln` type\n\nb\n' },
    { name: 'templates', text: '## {{ a }}\n\na\n\n## {{ b }}\n\nb\n' },
    { name: 'images', text: '## ![a](a.png)\n\na\n\n## ![b](b.png)\n\nb\n' },
    { name: 'empty headings', text: '##\n\na\n\n##\n\nb\n' },
    { name: 'quotes and lists', text: '> ## Loom\n\n## Loom\n\na\n\n- ## Loom\n' },
    { name: 'numbers that differ', text: '## Week 1\n\na\n\n## Week 2\n\nb\n' },
    { name: 'dates that differ', text: '## May 1\n\na\n\n## May 2\n\nb\n' },
    { name: 'versions', text: '## Loom 1.0\n\na\n\n## Loom 1.1\n\nb\n' },
    { name: 'signs of their own', text: '## C++\n\na\n\n## C\n\nb\n' },
    { name: 'emoji alone', text: '## 🎉\n\na\n\n## 🚀\n\nb\n' },
    {
      name: 'HTML: different parents',
      text: '<h2>1.1</h2><h3>Added</h3><p>a</p><h2>1.0</h2><h3>Added</h3><p>b</p>\n',
    },
    { name: 'HTML: different names', text: '<h2>Loom</h2><p>a</p><h2>Kiln</h2><p>b</p>\n' },
    { name: 'title in front matter', text: '---\ntitle: Loom\n---\n\n## Loom\n\na\n' },
    {
      name: 'bold dates between',
      text: '**June 1-15**\n\n## Loom\n\na\n\n**June 16-30**\n\nAnd on it went.\n\n## Loom\n\nb\n',
    },
    { name: 'one bold date', text: '## Loom\n\na\n\n**Apr 16-30**\nMore.\n\n## Loom\n\nb\n' },
    { name: 'a bold line right above', text: '## Loom\n\na\n\n**Ben**\n\n## Loom\n\nb\n' },
    {
      name: 'bold names of groups',
      text: '## News\n\n**Anna**\n\nHi.\n\n### Done\n\na\n\n**Ben**\n\nHello.\n\n### Done\n\nb\n',
    },
    {
      name: 'HTML: bold dates',
      text: '<p><b>May 1–15</b></p><h4>Loom</h4><p>a</p><p><b>May 16–31</b></p><p>x</p><h4>Loom</h4><p>b</p>\n',
    },
    {
      name: 'lines that differ in numbers',
      text: '## News\n\nVersions 2.6.7 to 2.6.8\n\n### Loom\n\na\n\nVersions 2.6.9 to 2.6.10\n\n### Loom\n\nb\n',
    },
    {
      name: 'names of groups at their level',
      text: '## Recent work\n\nHi.\n\n## Loom\n\na\n\n## Upcoming work\n\nHelp!\n\n## Loom\n\nb\n',
    },
    {
      name: 'a group of the same name with its level wrong',
      text: '## Looms\n\n## Kiln\n\na\n\n## Wheel\n\nb\n\n## Looms\n\nc\n',
    },
    { name: 'bold lines', text: '**Loom**\n\na\n\n**Loom**\n\nb\n' },
    { name: 'no headings', text: 'a\n' },
  ],
  invalid: [
    { text: '## Loom\n\na\n\n## Kiln\n\nb\n\n## Loom\n\nc\n', reports: [`9:4-9:8 ${twice('Loom')}`] },
    {
      name: 'one after the other',
      text: '## Loom\n\na\n\n## Loom\n\nb\n',
      reports: [`5:4-5:8 ${twice('Loom')}`],
    },
    {
      name: 'under one parent',
      text: '## May\n\n### Loom\n\na\n\n### Loom\n\nb\n\n## June\n\n### Loom\n\nc\n',
      reports: [`7:5-7:9 ${twice('Loom')}`],
    },
    {
      name: 'under two parents',
      text: '## A\n\n### X\n\na\n\n### X\n\nb\n\n## B\n\n### Y\n\nc\n\n### Y\n\nd\n',
      reports: [`7:5-7:6 ${twice('X')}`, `17:5-17:6 ${twice('Y')}`],
    },
    {
      name: 'written in other ways',
      text: '## Finance & Legal\n\na\n\n## **finance and legal:**\n\nb\n',
      reports: [`5:4-5:26 ${twice('finance and legal:')}`],
    },
    {
      name: 'emoji and numbers',
      text: '## 1. Loom\n\na\n\n## 😀 Loom\n\nb\n',
      reports: [`5:4-5:11 ${twice('😀 Loom')}`],
    },
    {
      name: 'links',
      text: '## [Loom](/a)\n\na\n\n## [Loom](/b)\n\nb\n',
      reports: [`5:4-5:14 ${twice('Loom')}`],
    },
    {
      name: 'underlined',
      text: 'Loom\n----\n\na\n\nLoom\n----\n\nb\n',
      reports: [`6:1-6:5 ${twice('Loom')}`],
    },
    {
      name: 'a date twice',
      text: '## May 2\n\na\n\n## May 7\n\nb\n\n## May 7\n\nc\n',
      reports: [`9:4-9:9 ${twice('May 7')}`],
    },
    {
      name: 'titles',
      text: '# Loom\n\na\n\n## News\n\nb\n\n# Loom\n\nc\n',
      reports: [`9:3-9:7 ${twice('Loom')}`],
    },
    {
      name: 'HTML',
      text: '<h2>Loom</h2><p>a</p><h2>Loom</h2><p>b</p>\n',
      reports: [`1:26-1:30 ${twice('Loom')}`],
    },
    {
      name: 'HTML in a line',
      text: '<div><h3>R&amp;D</h3><p>a</p><h3 id="x"><b>R&amp;D</b></h3><p>b</p></div>\n',
      reports: [`1:41-1:55 ${twice('R&D')}`],
    },
    {
      name: 'HTML and Markdown',
      text: '<h2>Loom</h2>\n\na\n\n## Loom\n\nb\n',
      reports: [`5:4-5:8 ${twice('Loom')}`],
    },
    { name: 'the second is empty', text: '## Loom\n\na\n\n## Loom\n', reports: [`5:4-5:8 ${twice('Loom')}`] },
    {
      name: 'bold lines inside the first',
      text: '## Loom\n\n**Pedals**\n\na\n\n**Frame**\n\nb\n\n## Kiln\n\nc\n\n## Loom\n\nd\n',
      reports: [`15:4-15:8 ${twice('Loom')}`],
    },
    {
      name: 'a row of names',
      text: '## The loom\n\na\n\n## The kiln\n\nb\n\n## The wheel\n\nc\n\n## The kiln\n\nd\n',
      reports: [`13:4-13:12 ${twice('The kiln')}`],
    },
    {
      name: 'one line twice',
      text: '## News\n\nSee 2024.\n\n### Loom\n\na\n\nSee 2024.\n\n### Loom\n\nb\n',
      reports: [`11:5-11:9 ${twice('Loom')}`],
    },
    { name: 'the first is empty', text: '## Loom\n\n## Loom\n\na\n', reports: [`3:4-3:8 ${twice('Loom')}`] },
  ],
});
