import rule from '../../src/rules/missing-sentence-end.ts';
import { testRule } from '../../src/testing.ts';

const open = (word: string) =>
  `The paragraph ends after “${word}” with no full stop: add one, or finish the sentence.`;
const good = 'This is what we have done in the quarter.';
/** A sentence of enough words with a verb, that ends so. */
const line = (end: string) => `In this quarter we have worked with all of them on the ${end}`;

testRule(rule, {
  valid: [
    {
      name: 'before a component',
      text: `${good}\n\nHere are the highlights that we hope you will like\n\n<Card title="a">\n  Text\n</Card>\n`,
    },
    {
      name: 'before a component, in other words',
      text: `${good}\n\n${line('parser')}\n\n<ReleaseLink pr="12" />\n`,
    },
    {
      name: 'what is announced before an element of HTML',
      text: `${good}\n\nThe following is what we have done in this quarter\n\n<dl><dt>It</dt><dd>is</dd></dl>\n`,
    },
    {
      name: 'what is announced before an element, all HTML',
      text: `<p>${good}</p>\n<p>These are the things that we have done here</p>\n<form action="/a"><input></form>\n`,
    },
    {
      name: 'a list without marks of Markdown',
      text: `${good}\n\n•\tI would love to see what they have done with it\n\n◦ ${line('parser')}\n\n✅ ${line('parser')}\n\n1) ${line('parser')}\n`,
    },
    {
      name: 'all is well',
      text: `${good}\n\n${line('parser.')}\n\n${line('parser!')}\n\n${line('parser?')}\n`,
    },
    {
      name: 'other ends',
      text: `${line('parser:')}\n\n${line('parser”')}\n\n${line('parser)')}\n\n${line('parser…')}\n\n${good}\n`,
    },
    { name: 'before a list', text: `${line('parser')}\n\n- a\n\n${good}\n` },
    { name: 'before code', text: `${line('parser')}\n\n\`\`\`\ncode\n\`\`\`\n\n${good}\n` },
    { name: 'before a quotation', text: `${line('parser')}\n\n> a\n\n${good}\n` },
    { name: 'before an image', text: `${line('parser')}\n\n![a](b.png)\n\n${good}\n` },
    { name: 'before a table', text: `${line('parser')}\n\n| a |\n| --- |\n| b |\n\n${good}\n` },
    { name: 'before a template', text: `${line('parser')}\n\n{{< video >}}\n\n${good}\n` },
    {
      name: 'goes on below',
      text: `${line('parser')}\n\nand on the rest of it.\n\n${line('parser')}\n\n✅ the rest.\n`,
    },
    { name: 'few words', text: `${good}\n\nIt is the end of it\n` },
    {
      name: 'no verb',
      text: `${good}\n\nA big release with new features for writers and readers of posts\n`,
    },
    { name: 'most end so', text: `${line('parser')}\n\n${line('tests')}\n\n${good}\n` },
    { name: 'many end so', text: `${`${line('parser')}\n\n`.repeat(4)}${`${good}\n\n`.repeat(9)}` },
    { name: 'a link at the end', text: `${good}\n\n${line('[parser](/a)')}\n` },
    {
      name: 'addresses',
      text: `${good}\n\n${line('https://a.org/b')}\n\n${line('jane@a.org')}\n\n${line('recaplint.dev')}\n`,
    },
    {
      name: 'code, handles, tags, versions',
      text: `${good}\n\n${line('`parser`')}\n\n${line('@jane')}\n\n${line('#recap')}\n\n${line('v2')}\n`,
    },
    {
      name: 'emoji',
      text: `${good}\n\n${line('parser 🎉')}\n\n${line('parser <3')}\n\n${line('parser :D')}\n`,
    },
    { name: 'bold lines', text: `${good}\n\n**${line('parser')}**\n\n*${line('parser')}*\n` },
    {
      name: 'lines parted',
      text: `${good}\n\nRoses are red and we have  \nworked on all of them\n\nRoses are red and we have<br>worked on all of them\n`,
    },
    {
      name: 'who did it',
      text: `${good}\n\nPosted by Jane Doe, who is our editor, on 4 May 2024\n\nPhoto by Jane Doe, who was there with us in May\n`,
    },
    { name: 'a signature', text: `${good}\n\nThat is what we have done in the quarter — Jane Doe\n` },
    { name: 'thanks', text: `${good}\n\nThanks to you all, you are the best team\n` },
    {
      name: 'calls to act',
      text: `${good}\n\nJoin us on Tuesday when we will talk about it\n\nRead more about what we have done on our blog\n`,
    },
    { name: 'labels', text: `${good}\n\nWhen: Tuesday, which is the day that we all have free\n` },
    {
      name: 'captions',
      text: `${good}\n\nFigure 3: The parser as it was before we have changed it\n\nListing 4-2 shows what you can do with all of it\n`,
    },
    { name: 'titles', text: `${good}\n\nWhat The Parser Team Has Done In The Second Quarter\n` },
    {
      name: 'other languages',
      text: `${good}\n\nDas ist es, was wir in dem Quartal mit der Gruppe gemacht haben\n`,
    },
    {
      name: 'lists, quotations and cells',
      text: `- ${line('parser')}\n\n> ${line('parser')}\n\n| ${line('parser')} |\n| --- |\n\n${good}\n`,
    },
    {
      name: 'a list without marks',
      text: `${good}\n\n20% say that we have done it all\n3% say that they have not seen it\n`,
    },
    {
      name: 'HTML',
      text: `<p>${good}</p>\n<ul><li>${line('parser')}</li></ul>\n<p>${line('parser')}</p>\n<ul><li>a</li></ul>\n`,
    },
    { name: 'a component', text: `${good}\n\n<Note>\n${line('parser')}\n</Note>\n` },
  ],
  invalid: [
    { text: `${line('parser')}\n\n${good}\n`, reports: [`1:56-1:62 ${open('parser')}`] },
    { name: 'the last one', text: `${good}\n\n${line('parser')}`, reports: [`3:56-3:62 ${open('parser')}`] },
    {
      name: 'white space behind',
      text: `${good}\n\n${line('parser')}   \n`,
      reports: [`3:56-3:62 ${open('parser')}`],
    },
    {
      name: 'before a heading',
      text: `${good}\n\n${line('parser')}\n\n## More\n`,
      reports: [`3:56-3:62 ${open('parser')}`],
    },
    {
      name: 'before a rule',
      text: `${good}\n\n${line('parser')}\n\n---\n`,
      reports: [`3:56-3:62 ${open('parser')}`],
    },
    {
      name: 'before a comment',
      text: `${line('parser')}\n\n<!-- more -->\n\n${good}\n`,
      reports: [`1:56-1:62 ${open('parser')}`],
    },
    {
      name: 'the last word is bold',
      text: `${good}\n\n${line('**parser**')}\n`,
      reports: [`3:58-3:64 ${open('parser')}`],
    },
    {
      name: 'a number',
      text: `${good}\n\n${line('edition of May 2024')}\n`,
      reports: [`3:71-3:75 ${open('2024')}`],
    },
    {
      name: 'one paragraph that ends a sentence inside',
      text: `Here is the report. You’ll find what is new in **May 2024**\n`,
      reports: [`1:54-1:58 ${open('2024')}`],
    },
    {
      name: 'an emoji before',
      text: `${good}\n\n🎉 ${line('parser')}\n`,
      reports: [`3:59-3:65 ${open('parser')}`],
    },
    {
      name: 'over two lines',
      text: `${good}\n\nIn this quarter we have worked\nwith all of them on it\n`,
      reports: [`4:21-4:23 ${open('it')}`],
    },
    {
      name: 'an apostrophe',
      text: `${good}\n\n${line('work that isn’t')}\n`,
      reports: [`3:66-3:71 ${open('isn’t')}`],
    },
    {
      name: 'two of them',
      text: `${good}\n\n${line('parser')}\n\n${good}\n\n${line('tests')}\n`,
      reports: [`3:56-3:62 ${open('parser')}`, `7:56-7:61 ${open('tests')}`],
    },
    {
      name: 'HTML',
      text: `<p>${good}</p>\n<p>${line('parser')}</p>\n<p>${good}</p>\n`,
      reports: [`2:59-2:65 ${open('parser')}`],
    },
    {
      name: 'a div of HTML, with an entity',
      text: `<div><p>${good}</p><p>Tea &amp; cake, ${line('<b>parser</b>')}</p></div>\n`,
      reports: [`1:131-1:137 ${open('parser')}`],
    },
    {
      name: 'before an element that nothing announces',
      text: `${good}\n\n${line('parser')}\n\n<form action="/a"><input></form>\n`,
      reports: [`3:56-3:62 ${open('parser')}`],
    },
    {
      name: 'announced before a heading',
      text: `${good}\n\nHere is the report, and these are the things that we have done\n\n<h2>More</h2>\n`,
      reports: [`3:59-3:63 ${open('done')}`],
    },
  ],
});
