import { expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { completionsAt } from '../../src/lsp/completion.ts';
import { atCaret, earlierRecaps, openPost } from './open-post.ts';

const schema = {
  properties: {
    title: { type: 'string' },
    kind: { enum: ['recap', 'plan'], description: 'What *kind* of post.' },
    draft: { type: 'boolean' },
    topics: { type: 'array', items: { enum: ['ai', 'web: html'] } },
    issue: { const: 7 },
  },
  required: ['kind'],
};
const withSchema: Config = { series: [{ name: 'recaps', files: ['*.md'], schema: 'front.schema.json' }] };
const alone: Config = {
  extends: [],
  rules: { 'no-nbsp': 'warn', 'no-bare-url': 'warn', 'heading-length': 'off' },
};

/** What is offered at a bar, in order: label and the text after taking it. */
async function offered(marked: string, config: Config = {}, files: Record<string, string> = earlierRecaps()) {
  const { text, offset } = atCaret(marked);
  const all = { ...files, 'front.schema.json': JSON.stringify(schema) };
  const post = await openPost(text, { path: 'q1-2025-recap.md', config, files: all });
  const items = [...completionsAt(post, offset).items];
  items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  return items.map(({ label, detail, edit: { range, text: written } }) => ({
    label,
    detail,
    text: text.slice(0, range.start) + written + text.slice(range.end),
  }));
}

async function labels(marked: string, config: Config = {}, files?: Record<string, string>) {
  return (await offered(marked, config, files)).map(({ label }) => label);
}

const directives = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'].map(
  (verb) => `recaplint-${verb}`,
);

test.each([
  '<!-- recaplint-|',
  '<!-- recaplint-dis|able -->',
  'Text <!--recaplint-en| -->',
  '---\na: b # recaplint-|\n---\n',
])('in a comment %j the directives are offered', async (text) => {
  expect(await labels(text)).toEqual(directives);
});

test('a directive takes the place of all of the word', async () => {
  const [first] = await offered('<!-- recaplint-dis|abel no-nbsp -->');
  expect(first?.text).toBe('<!-- recaplint-disable-next-line no-nbsp -->');
});

test.each([
  [
    'the next line',
    '<!-- recaplint-disable-next-line | -->\n\nA\u00a0B.\n\nhttps://a.org is here.\n',
    ['no-nbsp', 'no-bare-url'],
  ],
  [
    'its own line',
    'A\u00a0B. <!-- recaplint-disable-line no-b| -->\nhttps://a.org is here.\n',
    ['no-nbsp', 'no-bare-url'],
  ],
  ['the file', 'A\u00a0B.\n\n<!-- recaplint-disable-file |', ['no-nbsp', 'no-bare-url']],
  ['what is not named yet', '<!-- recaplint-disable no-nbsp, | -->\n', ['no-bare-url']],
  ['nothing behind a reason', '<!-- recaplint-disable no-nbsp -- no-b| -->\n', []],
])('rules that are on are offered, those that found something in %s first', async (_, text, ids) => {
  expect(await labels(text, alone)).toEqual(ids);
});

test('a rule says how much it found where the comment counts, and is written in place of the word', async () => {
  const text = '<!-- recaplint-disable-next-line no-b|ar -- why -->\nhttps://a.org is here.\n';
  expect((await offered(text, alone))[0]).toEqual({
    label: 'no-bare-url',
    detail: '1 finding here',
    text: '<!-- recaplint-disable-next-line no-bare-url -- why -->\nhttps://a.org is here.\n',
  });
});

test('keys that the last posts have are offered, in their order', async () => {
  const items = await offered('---\ntitle: Q1 2025 Recap\n|\n---\n');
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ['date', 'in 8 of the last 8 posts'],
    ['layout', 'in 8 of the last 8 posts'],
    ['tags', 'in 8 of the last 8 posts'],
  ]);
  expect(items[1]?.text).toBe('---\ntitle: Q1 2025 Recap\nlayout: \n---\n');
});

test.each([
  [
    'the keys that a schema asks for come first',
    '---\nti|\n---\n',
    withSchema,
    ['kind', 'title', 'date', 'layout', 'tags', 'draft', 'topics', 'issue'],
  ],
  ['keys of TOML', '+++\nti|\n+++\n', {}, ['title', 'date', 'layout', 'tags']],
  ['nothing in a text of TOML', '+++\na = """\nti|\n"""\n+++\n', {}, []],
  ['nothing in a table of TOML', '+++\n[a]\nti|\n+++\n', {}, []],
  ['nothing in a nested group', '---\na:\n  ti|\n---\n', {}, []],
  ['nothing on the line of a fence', '---\ntitle: x\n|---\n', {}, []],
])('in front matter: %s', async (_, text, config, expected) => {
  expect(await labels(text, config)).toEqual(expected);
});

test.each([
  ['a value of most posts', '---\nlayout: |\n---\n', {}, '---\nlayout: recap\n---\n'],
  ['in place of a word', '---\nlayout: r|ed\n---\n', {}, '---\nlayout: recap\n---\n'],
  [
    'in place of several words',
    '---\nlayout: a r|ed one # why\n---\n',
    {},
    '---\nlayout: recap # why\n---\n',
  ],
  ['in quotation marks', '---\nlayout: "r|"\n---\n', {}, '---\nlayout: "recap"\n---\n'],
  ['an item of a list', '---\ntags:\n  - recap\n  - |\n---\n', {}, '---\ntags:\n  - recap\n  - news\n---\n'],
  ['an item of a list in brackets', '---\ntags: [recap, n|]\n---\n', {}, '---\ntags: [recap, news]\n---\n'],
  ['a list where a list is usual', '---\ntags: |\n---\n', {}, '---\ntags: [recap]\n---\n'],
  ['a choice of the schema', '---\nkind: |\n---\n', withSchema, '---\nkind: recap\n---\n'],
  ['a flag of the schema', '---\ndraft: |\n---\n', withSchema, '---\ndraft: true\n---\n'],
  ['a number of the schema', '---\nissue: |\n---\n', withSchema, '---\nissue: 7\n---\n'],
  [
    'an item with a sign of YAML',
    '---\ntopics: [ai, |]\n---\n',
    withSchema,
    '---\ntopics: [ai, "web: html"]\n---\n',
  ],
  ['a text of TOML', '+++\nlayout = |\n+++\n', {}, '+++\nlayout = "recap"\n+++\n'],
])('in front matter %s is offered', async (_, text, config, expected) => {
  expect((await offered(text, config))[0]?.text).toBe(expected);
});

test.each([
  '---\ndate: |\n---\n',
  '---\ntitle: |\n---\n',
  '---\nlayout: "recap"|\n---\n',
  '---\nlayout: |x: y\n---\n',
])('in %j no value is offered but a usual one', async (text) => {
  for (const { label } of await offered(text)) expect(label).toBe('recap');
});

const named: Config = {
  series: [
    {
      name: 'recaps',
      files: ['*.md'],
      sections: [
        'Summary',
        { name: 'Finance & Legal', aliases: ['Finance'] },
        { name: 'Outlook', optional: true },
      ],
    },
  ],
};

test.each([
  [
    'those that the series usually has',
    '# Q1 2025 Recap\n\n## |',
    {},
    ['## Summary', '## Finance', '## Events'],
  ],
  ['those that are next first', '## Finance\n\n## |\n', {}, ['## Events', '## Summary']],
  [
    'with the usual marks behind a single one',
    '# Q1 2025 Recap\n\n#|',
    {},
    ['## Summary', '## Finance', '## Events'],
  ],
  [
    'those of the configuration',
    '## Summary\n\nText.\n\n### Fi|n\n',
    named,
    ['### Finance & Legal', '### Outlook'],
  ],
  ['none that stands there under another name', '## Finance\n\n## |', named, ['## Outlook', '## Summary']],
])('at a heading the sections that the post lacks are offered: %s', async (_, text, config, expected) => {
  expect(await labels(text, config)).toEqual(expected);
});

test('a heading takes the place of all of its line', async () => {
  const [first] = await offered('## Summary\n\n## Fi|nanzen ##\n\nText.\n');
  expect(first).toEqual({
    label: '## Finance',
    detail: 'in 8 of the last 8 posts',
    text: '## Summary\n\n## Finance\n\nText.\n',
  });
});

test.each([
  'Some text |here.\n',
  'Some recaplint-| text.\n',
  '```\n## |\n```\n',
  '```html\n<!-- recaplint-|\n```\n',
  '    # |\n',
  'Text\n|\n',
  '|',
  '---\ntitle: A|\n---\n',
  '---\n<!-- recaplint-| -->\n---\n',
  '#hash|tag\n',
])('nothing is offered in %j', async (text) => {
  expect(await labels(text)).toEqual([]);
});

test('nothing is offered to a post of no series without a configuration, but directives', async () => {
  for (const text of ['## |', '---\na: b\n|\n---\n', '---\ntags: |\n---\n'])
    expect(await labels(text, {}, {})).toEqual([]);
});
