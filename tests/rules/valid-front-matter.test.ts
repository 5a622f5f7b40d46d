import rule from '../../src/rules/valid-front-matter.ts';
import { testRule } from '../../src/testing.ts';

testRule(rule, {
  valid: [
    { text: '---\ntitle: Q2 2024 Recap\ndate: 2024-07-12\n---\n\nText.\n' },
    { name: 'no front matter', text: '# Recap\n\nText.\n' },
    { name: 'an empty block', text: '---\n---\n\nText.\n' },
    {
      name: 'empty values, folded values, lists',
      text: '---\ntags:\n  - a\n  - b\nteaser: >-\n  x\n  y\nslug:\n---\n',
    },
    { name: 'one key at two levels', text: '---\ntitle: a\nimage:\n  title: b\n---\n' },
    { name: 'a rule line down the text', text: 'Text.\n\n---\n\nMore: text.\n\n---\n' },
    { name: 'a rule line at the head', text: '---\n\nText.\n' },
    { name: 'a comment before a rule line', text: '<!-- note -->\n\n---\n\nText.\n' },
    { name: 'TOML', text: '+++\ntitle = "a"\n+++\n\nText.\n' },
    { name: 'a header without fences', text: 'Title: Issue 12\nDate: 2024-07-12\n\nText.\n' },
  ],
  invalid: [
    {
      name: 'a colon in a value',
      text: '---\ntitle: Recap: the second quarter\ndate: 2024-07-12\n---\n',
      reports: ['2:8-2:9 A value that holds a colon and a space must stand in quotes.'],
    },
    {
      name: 'a key twice',
      text: '---\ntitle: a\ndate: b\ntitle: c\n---\n',
      reports: ['4:1-4:6 The key `title` stands twice: delete one of the two.'],
    },
    {
      name: 'a quote that does not end',
      text: '---\ntitle: "a\ndate: 2024-07-12\n---\n\nText.\n',
      reports: ['3:17-3:17 A quotation mark is missing here.'],
    },
    {
      name: 'a tab',
      text: '---\nimage:\n\tsrc: a.png\n---\n',
      reports: ['3:1-3:2 A tab indents this line: YAML takes only spaces.'],
    },
    {
      name: 'not closed',
      text: '---\ntitle: a\ndate: b\n\nText.\n',
      reports: [
        '1:1-1:4 The front matter is not closed: write `---` on a line of its own after its last key.',
      ],
    },
    {
      name: 'blank lines before',
      text: '\n\n---\ntitle: a\n---\n',
      reports: [
        '1:1-3:1 Blank lines stand before the front matter, so site generators take it for text: delete them.',
      ],
    },
    {
      name: 'a comment before',
      text: '<!-- licence:\n  CC-BY -->\n---\ntitle: a\n---\n',
      reports: [
        '1:1-3:1 A comment stands before the front matter, so site generators take it for text: move it down.',
      ],
    },
    {
      name: 'no keys',
      text: '---\njust words\n---\n',
      reports: ['2:1-2:11 The front matter holds no `key: value` lines.'],
    },
    {
      name: 'a list',
      text: '---\n- a\n- b\n---\n',
      reports: ['2:1-3:4 The front matter holds no `key: value` lines.'],
    },
    {
      name: 'a bracket left open',
      text: '---\ntags: [a, b\ndate: 2024-07-12\n---\n',
      reports: ['3:1-3:2 A `]` is missing here, or the text before it belongs in quotes.'],
    },
    {
      name: 'an at sign',
      text: '---\nauthor: @servo\n---\n',
      reports: ['2:9-2:10 A value cannot start with this character: put the value in quotes.'],
    },
  ],
});
