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
    {
      name: 'TOML tables and dates',
      text: '+++\ndate = 2024-07-12\na.b = 1\na.c = 2\n[seo]\ntitle = "x"\n[[team]]\nname = "a"\n[[team]]\nname = "b"\n+++\n',
    },
    { name: 'an empty TOML block', text: '+++\n+++\n\nText.\n' },
    { name: 'JSON', text: '{\n  "title": "a",\n  "seo": { "title": "b" }\n}\n\nText.\n' },
    { name: 'JSON between fences', text: '---json\n{ "title": "a" }\n---\n\nText.\n' },
    { name: 'empty JSON', text: '{}\n\nText.\n' },
    { name: 'entries of Middleman', text: ';;;\n"title": "a",\n"order": 1\n;;;\n\nText.\n' },
    { name: 'definitions of Franklin', text: '@def title = "a"\n@def date = Date(2024, 7, 12)\n\nText.\n' },
    {
      name: 'TOML of Franklin',
      text: '+++\nusing Dates\ntitle = "a"\ndate = Date(2024, 7, 12)\n+++\n\nText.\n',
    },
    { name: 'keys of two spellings', text: '---\ntitle: a\nTitle: b\n---\n' },
    { name: 'one key in two items', text: '---\nteam:\n  - name: a\n  - name: b\n---\n' },
    {
      name: 'an emoji, a quoted colon, a comment',
      text: '---\ntitle: "🎉: a" # b: c\nurl: https://example.org/a#b\ntime: 12:30\n---\n',
    },
    { name: 'anchors and aliases', text: '---\na: &x\n  b: 1\nc: *x\n---\n' },
    { name: 'a block of text', text: '---\nsummary: |2-\n    a: b\n  "c\n---\n' },
    { name: 'keys that name parts of programs', text: '---\n__proto__: a\nconstructor: b\n---\n' },
    { name: 'text in three quotes', text: '+++\nsummary = """\na "b"\nc: d"""\n+++\n' },
    { name: 'a shortcode at the head', text: '{{< toc >}}\n\nText.\n' },
    { name: 'an object in a sentence', text: '{"a": 1} is what it sent.\n' },
    { name: 'a plus line at the head', text: '+++\n\nText.\n' },
    { name: 'a body of HTML', text: '---\ntitle: a\n---\n<div><p>title: a, title: b</p></div>\n' },
    {
      name: 'a document about front matter',
      text: 'Write this:\n\n```yaml\n---\ntitle: a\ntitle: b\n---\n```\n',
    },
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
      name: 'a key twice, once in quotes',
      text: '---\n\'title\': a\n"title": b\n---\n',
      reports: ['3:1-3:8 The key `title` stands twice: delete one of the two.'],
    },
    {
      name: 'a key twice in a map of a list',
      text: '---\nteam:\n  - name: a\n    "name": b\n    seo: { a: 1, a: 2 }\n---\n',
      reports: [
        '4:5-4:11 The key `name` stands twice: delete one of the two.',
        '5:18-5:19 The key `a` stands twice: delete one of the two.',
      ],
    },
    {
      name: 'a key twice in TOML, once in quotes',
      text: '+++\ntitle = "a"\n"title" = "b"\n+++\n<p>Text.</p>\n',
      reports: ['3:1-3:8 The key `title` stands twice: delete one of the two.'],
    },
    {
      name: 'a key twice in a table of TOML',
      text: '+++\n[seo]\ntitle = "a"\ntitle = "b"\n+++\n',
      reports: ['4:1-4:6 The key `title` stands twice: delete one of the two.'],
    },
    {
      name: 'a table twice in TOML',
      text: '+++\n[params.seo]\na = 1\n[params.seo]\nb = 1\n+++\n',
      reports: ['4:9-4:12 The key `seo` stands twice: delete one of the two.'],
    },
    {
      name: 'a dotted key twice in TOML',
      text: '+++\nseo.title = "🎉"\nseo . title = "b"\n+++\n',
      reports: ['3:7-3:12 The key `title` stands twice: delete one of the two.'],
    },
    {
      name: 'text without quotes in TOML',
      text: '+++\ntitle = Q2 2024\n+++\n',
      reports: [
        '2:9-2:9 The front matter cannot be read as TOML here: text stands in quotes, and `key = value` on one line.',
      ],
    },
    {
      name: 'TOML that is not closed',
      text: '+++\ntitle = "a"\ndate = 2024-07-12\n\nText.\n',
      reports: [
        '1:1-1:4 The front matter is not closed: write `+++` on a line of its own after its last key.',
      ],
    },
    {
      name: 'a key twice in JSON',
      text: '{\n  "a": { "b": 1, "\\u0062": 2 },\n  "a": 3\n}\n\nText.\n',
      reports: [
        '2:18-2:26 The key `b` stands twice: delete one of the two.',
        '3:3-3:6 The key `a` stands twice: delete one of the two.',
      ],
    },
    {
      name: 'a comma before the last brace',
      text: '{\n  "title": "🎉",\n}\n\nText.\n',
      reports: ['2:16-2:17 A comma stands before the closing bracket: delete it.'],
    },
    {
      name: 'JSON that is not closed',
      text: '{\n  "title": "a"\n\nText.\n',
      reports: ['2:15-2:15 A `}` is missing here.'],
    },
    {
      name: 'a comma missing in JSON',
      text: ';;;\n"title": "a"\n"order": 1\n;;;\n',
      reports: ['2:13-2:13 A comma is missing here, before the next line.'],
    },
    {
      name: 'a quote that does not end',
      text: '---\ntitle: "a\ndate: 2024-07-12\n---\n\nText.\n',
      reports: ['3:17-3:17 A quotation mark is missing here.'],
    },
    {
      name: 'a bracket missing before a Windows line end',
      text: '---\r\na: [a: \r\na: \r\n---\r\n',
      reports: [
        '2:8-2:8 A `]` is missing here, or the text before it belongs in quotes.',
        '3:1-3:2 The key `a` stands twice: delete one of the two.',
      ],
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
