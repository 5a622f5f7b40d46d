import rule from '../../src/rules/no-bold-heading.ts';
import { testRule } from '../../src/testing.ts';

const bold = (text: string) =>
  `The heading *${text}* is bold as a whole, which headings are by themselves: take the bold off.`;

testRule(rule, {
  valid: [
    { text: '## Membership\n' },
    { name: 'a part', text: '## Release **2.0**\n' },
    { name: 'a part in front', text: '## **Kiln** 2.0 is out\n' },
    { name: 'two parts', text: '## **Kiln** and **Loom**\n' },
    { name: 'a number outside', text: '## 1. **Budget**\n' },
    { name: 'emphasis', text: '## *Loom*\n\n## _Kiln_\n' },
    { name: 'struck out', text: '## ~~Budget~~\n' },
    { name: 'code', text: '## `**kwargs**`\n' },
    { name: 'escaped', text: '## \\*\\*Budget\\*\\*\n' },
    { name: 'no heading: a bold paragraph', text: '**Budget**\n\nWe spent it.\n' },
    { name: 'no heading: a bold item', text: '- **Budget**\n' },
    { name: 'no heading: a line in a paragraph', text: 'Text\n**Budget**\n' },
    { name: 'no heading: a bold cell', text: '| **Budget** |\n| --- |\n| **10** |\n' },
    { name: 'bold signs without a word', text: '## **!!**\n' },
    { name: 'empty', text: '##\n' },
    { name: 'an image alone', text: '## ![Logo](logo.png)\n' },
    { name: 'in a code block', text: '```\n## **Budget**\n```\n' },
    { name: 'in a comment', text: '<!-- ## **Budget** -->\n' },
    { name: 'HTML: a part', text: '<h2>The <strong>budget</strong></h2>\n' },
    { name: 'HTML: signs of Markdown mean nothing', text: '<h2>**Budget**</h2>\n' },
    { name: 'HTML: no heading', text: '<p><strong>Budget</strong></p>\n' },
    { name: 'HTML: emphasis', text: '<h3><em>Budget</em></h3>\n' },
    { name: 'HTML: class of its own', text: '<h3 class="bold">Budget</h3>\n' },
    { name: 'front matter', text: '---\ntitle: "**Budget**"\n---\n' },
    { name: 'not closed', text: '## **Budget\n' },
  ],
  invalid: [
    {
      name: 'code in it',
      text: '## **The `loom` file**\n',
      reports: [`1:4-1:23 ${bold('The `loom` file')}`],
      fixed: '## The `loom` file\n',
    },
    { text: '## **Budget**\n', reports: [`1:4-1:14 ${bold('Budget')}`], fixed: '## Budget\n' },
    {
      name: 'underscores',
      text: '### __Budget__ ###\n',
      reports: [`1:5-1:15 ${bold('Budget')}`],
      fixed: '### Budget ###\n',
    },
    {
      name: 'underlined heading',
      text: '**Budget**\n----------\n',
      reports: [`1:1-1:11 ${bold('Budget')}`],
      fixed: 'Budget\n----------\n',
    },
    {
      name: 'emphasis stays',
      text: '## ***Loom***\n\n## **_Kiln_**\n',
      reports: [`1:5-1:13 ${bold('Loom')}`, `3:4-3:14 ${bold('Kiln')}`],
      fixed: '## *Loom*\n\n## _Kiln_\n',
    },
    {
      name: 'a no-break space behind',
      text: '## **Grants**&nbsp;\n',
      reports: [`1:4-1:14 ${bold('Grants')}`],
      fixed: '## Grants&nbsp;\n',
    },
    {
      name: 'a colon behind',
      text: '## **Grants**:\n',
      reports: [`1:4-1:14 ${bold('Grants')}`],
      fixed: '## Grants:\n',
    },
    {
      name: 'emoji in front',
      text: '## 🎉 **Grants**\n',
      reports: [`1:7-1:17 ${bold('Grants')}`],
      fixed: '## 🎉 Grants\n',
    },
    {
      name: 'attributes behind',
      text: '## **Grants** {#grants}\n',
      reports: [`1:4-1:14 ${bold('Grants')}`],
      fixed: '## Grants {#grants}\n',
    },
    {
      name: 'a link',
      text: '## **[Grants](/g)**\n',
      reports: [`1:4-1:20 ${bold('Grants')}`],
      fixed: '## [Grants](/g)\n',
    },
    {
      name: 'in a link',
      text: '## [**Grants**](/g)\n',
      reports: [`1:5-1:15 ${bold('Grants')}`],
      fixed: '## [Grants](/g)\n',
    },
    {
      name: 'in a quote and a list',
      text: '> ## **Loom**\n\n- ### **Kiln**\n',
      reports: [`1:6-1:14 ${bold('Loom')}`, `3:7-3:15 ${bold('Kiln')}`],
      fixed: '> ## Loom\n\n- ### Kiln\n',
    },
    {
      name: 'entities',
      text: '## **Finance &amp; Legal**\n',
      reports: [`1:4-1:27 ${bold('Finance & Legal')}`],
      fixed: '## Finance &amp; Legal\n',
    },
    {
      name: 'HTML',
      text: '<h2><strong>Budget</strong></h2>\n',
      reports: [`1:5-1:28 ${bold('Budget')}`],
      fixed: '<h2>Budget</h2>\n',
    },
    {
      name: 'HTML in a line',
      text: '<div><p>Text.</p><h3 id="b">😀 <b>Budget </b></h3><p>More.</p></div>\n',
      reports: [`1:32-1:46 ${bold('Budget')}`],
      fixed: '<div><p>Text.</p><h3 id="b">😀 Budget </h3><p>More.</p></div>\n',
    },
    {
      name: 'HTML in a heading of Markdown',
      text: '## <b>Budget</b>\n',
      reports: [`1:4-1:17 ${bold('Budget')}`],
      fixed: '## Budget\n',
    },
    {
      name: 'bold twice: the outer one',
      text: '## **<b>Budget</b>**\n',
      reports: [`1:4-1:21 ${bold('Budget')}`],
      fixed: '## Budget\n',
    },
    {
      name: 'no fix: it would number a list',
      text: '**1. Budget**\n---\n',
      reports: [`1:1-1:14 ${bold('1. Budget')}`],
    },
    {
      name: 'no fix: it would end the heading',
      text: '## **Loom in C #**\n',
      reports: [`1:4-1:19 ${bold('Loom in C #')}`],
    },
  ],
});
