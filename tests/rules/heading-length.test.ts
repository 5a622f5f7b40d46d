import rule from '../../src/rules/heading-length.ts';
import { testRule } from '../../src/testing.ts';

const long = (length: number) =>
  `The heading has ${length} characters and reads like a paragraph: shorten it, or make it text.`;
const sentences = 'The heading is more than one sentence: keep one as the heading, and make the rest text.';
const swallowed = (next: string) =>
  `The heading is the first half of a sentence that goes on below (“${next} …”): make it text, or give the section a heading of its own.`;
const words = (count: number) => `${'loom '.repeat(count).trim()}`;

testRule(rule, {
  valid: [
    { text: '## Events\n' },
    { name: 'just short enough', text: `## ${'a'.repeat(120)}\n` },
    {
      name: 'addresses and code count little',
      text: `## See [the page](https://fund.example/${'a'.repeat(150)}) and \`${'b'.repeat(150)}\`\n`,
    },
    { name: 'one sentence', text: '## We met in the old town hall in May.\n' },
    { name: 'questions with a subtitle', text: '## What is the new loom? A guide for those who weave\n' },
    { name: 'exclamations', text: '## The new loom is here! Everything that you should know\n' },
    {
      name: 'abbreviations',
      text: '## Our day with Dr. Alma Weaver and her team of four\n\n## The new loom vs. The old kiln in four short pictures\n',
    },
    { name: 'initials', text: '## A long talk with J. R. Doe about looms and kilns\n' },
    { name: 'versions', text: '## All that is new in Loom 2.0. Kilns 3.1 and more to come\n' },
    { name: 'numbers in front', text: '## 1. The new loom is here and weaves by itself\n' },
    { name: 'short parts', text: '## New loom. New kiln. New chances\n' },
    { name: 'ellipses', text: '## The new loom is here … And so is the new kiln\n' },
    { name: 'a lower-case paragraph below a name', text: '## Kiln and Loom\n\nis what we call it.\n' },
    {
      name: 'a paragraph that starts with code',
      text: '## The new loom is here and weaves by itself\n\n`weave` starts it.\n',
    },
    {
      name: 'a paragraph that starts with a name',
      text: '## The new loom is here and weaves by itself\n\niLoom is its name.\n\n## The new loom is here and weaves by itself\n\n*loom* is its name.\n\n## The new loom is here and weaves by itself\n\n[loom](/l) is its name.\n',
    },
    {
      name: 'a heading with an end',
      text: '## The new loom is here and weaves by itself:\n\nat night, mostly.\n',
    },
    { name: 'a list below', text: '## The new loom is here and weaves by itself\n\n- at night\n' },
    {
      name: 'something between',
      text: '## The new loom is here and weaves by itself\n\n![loom](l.png)\n\nat night.\n',
    },
    {
      name: 'a heading in lower case',
      text: '## the new loom is here and weaves by itself\n\nit came in May.\n',
    },
    { name: 'long paragraphs', text: `${words(60)}. Text goes on for some more words.\n` },
    {
      name: 'sentences by option',
      text: '## We met in May at the hall. Then we went home by train.\n',
      options: { sentences: false },
    },
    { name: 'length by option', text: `## ${words(30)}\n`, options: { max: 200 } },
    { name: 'HTML', text: '<h2>What is the new loom? A guide for those who weave</h2><p>At night</p>\n' },
    {
      name: 'HTML below',
      text: '<h2>The new loom is here and weaves by itself</h2><p>It came in May.</p>\n',
    },
    { name: 'front matter', text: `---\ntitle: ${words(60)}\n---\n` },
  ],
  invalid: [
    { text: `## ${'a'.repeat(121)}\n`, reports: [`1:4-1:125 ${long(121)}`] },
    { name: 'underlined', text: `${words(30)}\n---\n`, reports: [`1:1-1:150 ${long(149)}`] },
    { name: 'by option', text: '## Loom and kiln\n', options: { max: 5 }, reports: [`1:4-1:17 ${long(13)}`] },
    {
      name: 'attributes do not count',
      text: `## ${'a'.repeat(121)} {#a}\n`,
      reports: [`1:4-1:125 ${long(121)}`],
    },
    { name: 'entities count once', text: `## ${'&amp;'.repeat(121)}\n`, reports: [`1:4-1:609 ${long(121)}`] },
    { name: 'in a quote', text: `> ## ${'a'.repeat(121)}\n`, reports: [`1:6-1:127 ${long(121)}`] },
    {
      name: 'two sentences',
      text: '## We met in May at the hall. Then we went home by train\n',
      reports: [`1:4-1:57 ${sentences}`],
    },
    {
      name: 'two sentences with marks',
      text: '## **We met in May at the hall. Then we went home by train.**\n',
      reports: [`1:4-1:62 ${sentences}`],
    },
    {
      name: 'an abbreviation and a sentence',
      text: '## Dr. Alma Weaver came to the hall. Then we went home by train\n',
      reports: [`1:4-1:64 ${sentences}`],
    },
    {
      name: 'emoji in front',
      text: '## 🎉 We met in May at the hall. Then we went home by train\n',
      reports: [`1:4-1:60 ${sentences}`],
    },
    {
      name: 'half a sentence',
      text: '## The new loom of the old weavers was repaired\n\nwith parts that we found in the cellar.\n',
      reports: [`1:4-1:48 ${swallowed('with')}`],
    },
    {
      name: 'half a sentence, no line between',
      text: '## The new loom was repaired by [Alma](/a)\nfixing the belt, and more.\n',
      reports: [`1:4-1:43 ${swallowed('fixing')}`],
    },
    {
      name: 'half a sentence in HTML',
      text: '<h2>The new loom of the old weavers was repaired</h2><p>with parts that we found.</p>\n',
      reports: [`1:5-1:49 ${swallowed('with')}`],
    },
    {
      name: 'HTML: two sentences',
      text: '<div><h3>We met in May at the hall. Then we went home by train</h3><p>Yes.</p></div>\n',
      reports: [`1:10-1:63 ${sentences}`],
    },
    {
      name: 'HTML: long',
      text: `<p>a</p><h2>${'a'.repeat(121)}</h2>\n`,
      reports: [`1:13-1:134 ${long(121)}`],
    },
  ],
});
