import rule from '../../src/rules/no-placeholder.ts';
import { testRule } from '../../src/testing.ts';

const text = (found: string) => `“${found}” only keeps a place: write what belongs here, or delete it.`;
const target = (found: string) =>
  `The link goes to “${found}”, which only keeps a place: put the address here, or delete the link.`;
const value = (found: string, key: string) =>
  `“${found}” only keeps a place in \`${key}\`: fill it in, or delete the line.`;
const blank = 'A blank was never filled in: write what belongs here.';
const filler = (found: string) => `“${found}” is filler text: write what belongs here, or delete it.`;
const comment = 'The comment says that something is still to be done: do it, or delete the comment.';

testRule(rule, {
  valid: [
    {
      name: 'prose about the words',
      text: 'We removed all TODOs and one FIXME; the TODO Group met. XXX is a rating.\n',
    },
    { name: 'the word in the midst', text: 'What is left is a TODO: we will do it in May.\n' },
    { name: 'to be announced', text: 'Venue: TBD\n\nSpeaker: TBA\n\n- TBD\n\n| when |\n| --- |\n| TBD |\n' },
    { name: 'a section of things to do', text: '## TODO\n\n- Write the guide\n- Test it\n' },
    { name: 'items still to do', text: '- DONE: write it\n- TODO: test it\n- TODO: ship it\n' },
    { name: 'a to-do list and app', text: 'She showed a (todo list) and a (TODO app) of hers.\n' },
    { name: 'task marks', text: '- [TODO] Write it\n- [ ] Test it (todo)\n' },
    {
      name: 'a table of states',
      text: '| task | state |\n| --- | --- |\n| guide | TODO |\n| tests | ??? |\n',
    },
    { name: 'a meme', text: '1. Write posts\n2. ???\n3. Profit!\n' },
    { name: 'surprise', text: 'Really??? And what then???\n' },
    { name: 'names with underscores', text: 'Call \\_\\_init\\_\\_ and a___b with `___`.\n' },
    { name: 'a rule', text: 'Text\n\n___\n\nMore\n' },
    {
      name: 'a form',
      text: 'Name: ____________\n\nSignature: ______\n\nI am ___, I live in ___ and work as ___.\n',
    },
    { name: 'lines of a table', text: '| a | b |\n| --- | --- |\n| ____ | _________ |\n' },
    { name: 'code', text: '`TODO`\n\n    TODO\n\n```\nTODO: x\n```\n' },
    { name: 'comments', text: '<!-- TODO: write this -->\n\nText.\n' },
    { name: 'templates', text: '{{ TODO }}\n\n{% TODO %}\n' },
    {
      name: 'links to files and projects of that name',
      text: '[TODO](https://example.org/src/TODO) and [list](https://github.com/a/b/blob/main/TODO), [group](https://todogroup.org)\n',
    },
    {
      name: 'addresses that look like it',
      text: '[a](https://a.org/todo-app) [b](https://a.org/issues/123) [c](/link/) [d](https://xxx.org/) [e](#todo) [f](/todo)\n',
    },
    { name: 'sample hosts', text: 'Go to <https://example.com/issues/XXX>.\n' },
    { name: 'the text [link]', text: 'The paper [\\[link\\]](https://a.org/paper.pdf) is out.\n' },
    { name: 'a call to insert', text: 'You can insert your own text here.\n\nInsert your coin here\n' },
    { name: 'a joke', text: 'The winner is (insert drum roll) our team.\n' },
    { name: 'lorem ipsum by name', text: 'We replaced the lorem ipsum text of the theme.\n' },
    {
      name: 'tags and states',
      text: '---\ntags: [TODO]\nstatus: TODO\ntitle: The TODO list\n---\n\nText.\n',
    },
    { name: 'a year in a template', text: '---\ntitle: "{{ TODO }}"\n---\n\nText.\n' },
    { name: 'struck', text: '~~TODO~~\n' },
    { name: 'image text', text: '![TODO](a.png)\n' },
    { name: 'HTML', text: '<p>We did all TODOs.</p><ul><li>TBD</li></ul><td>TBD</td>\n' },
  ],
  invalid: [
    {
      name: 'a heading over nothing',
      text: '## TODO\n\n## News\n\nText.\n',
      reports: [`1:4-1:8 ${text('TODO')}`],
    },
    {
      name: 'paragraphs',
      text: 'TODO\n\nTODO: add numbers\n\n[TBD]\n\nXXX\n\nTK\n\n???\n\n[insert name]\n',
      reports: [
        `1:1-1:5 ${text('TODO')}`,
        `3:1-3:18 ${text('TODO: add numbers')}`,
        `5:1-5:6 ${text('[TBD]')}`,
        `7:1-7:4 ${text('XXX')}`,
        `9:1-9:3 ${text('TK')}`,
        `11:1-11:4 ${text('???')}`,
        `13:1-13:14 ${text('[insert name]')}`,
      ],
    },
    {
      name: 'a single item',
      text: '- Done\n- TODO: add the rest\n',
      reports: [`2:3-2:21 ${text('TODO: add the rest')}`],
    },
    { name: 'an item of nothing else', text: '- **XXX**\n- text\n', reports: [`1:5-1:8 ${text('XXX')}`] },
    { name: 'a cell', text: '| a |\n| --- |\n| XXX |\n', reports: [`3:3-3:6 ${text('XXX')}`] },
    {
      name: 'in brackets in prose',
      text: 'We met (todo: add date) and [insert speaker] in May [TODO: where].\n',
      reports: [
        `1:8-1:24 ${text('(todo: add date)')}`,
        `1:29-1:45 ${text('[insert speaker]')}`,
        `1:53-1:66 ${text('[TODO: where]')}`,
      ],
    },
    {
      name: 'an instruction',
      text: 'Insert photo here\n',
      reports: [`1:1-1:18 ${text('Insert photo here')}`],
    },
    {
      name: 'filler',
      text: '## A\n\nLorem ipsum dolor sit amet, consectetur.\n',
      reports: [`3:1-3:27 ${filler('Lorem ipsum dolor sit amet')}`],
    },
    {
      name: 'a blank',
      text: 'Applications are open until ______________.\n',
      reports: [`1:29-1:43 ${blank}`],
    },
    {
      name: 'a blank, escaped, behind an emoji',
      text: '😀 We raised $\\_\\_\\_ in May.\n',
      reports: [`1:15-1:21 ${blank}`],
    },
    {
      name: 'targets',
      text: '[a](https://github.com/o/squint/issues/XXX) [b](TODO) [c](#TODO) <https://a.org/pull/XXXX>\n\n[d]: INSERT_LINK_HERE\n',
      reports: [
        `1:5-1:43 ${target('XXX')}`,
        `1:49-1:53 ${target('TODO')}`,
        `1:59-1:64 ${target('#TODO')}`,
        `1:67-1:90 ${target('XXXX')}`,
        `3:6-3:22 ${target('INSERT_LINK_HERE')}`,
      ],
    },
    { name: 'link text', text: 'See [XXX](https://a.org/b).\n', reports: [`1:6-1:9 ${text('XXX')}`] },
    {
      name: 'front matter',
      text: '---\ntitle: "TODO"\nauthor: ???\nimage: {alt: "TODO: describe"}\nsummary: Open until ____.\n---\n\nText.\n',
      reports: [
        `2:8-2:14 ${value('TODO', 'title')}`,
        `3:9-3:12 ${value('???', 'author')}`,
        `4:14-4:30 ${value('TODO: describe', 'alt')}`,
        `5:21-5:25 ${blank}`,
      ],
    },
    {
      name: 'TOML',
      text: '+++\ntitle = "FIXME"\n+++\n\nText.\n',
      reports: [`2:9-2:16 ${value('FIXME', 'title')}`],
    },
    {
      name: 'HTML',
      text: '<h2>News</h2><p>TODO</p><p>It ends <b>on ____</b>.</p>\n<p><a href="TODO">the report</a></p>\n',
      reports: [`1:17-1:21 ${text('TODO')}`, `1:42-1:46 ${blank}`, `2:13-2:17 ${target('TODO')}`],
    },
    {
      name: 'HTML items',
      text: '<ul><li>XXX</li><li>text</li></ul>\n',
      reports: [`1:9-1:12 ${text('XXX')}`],
    },
    {
      name: 'comments by option',
      text: '<!-- TODO: write -->\n\nText.\n',
      options: { comments: true },
      reports: [`1:1-1:21 ${comment}`],
    },
  ],
});
