import remarkLint from 'remark-lint';
import remarkPresetLintConsistent from 'remark-preset-lint-consistent';
import { lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { indexLines } from '../../src/document/source.ts';
import type { RemarkEntry } from '../../src/engine/settings.ts';
import { createHost } from '../../src/remark/host.ts';
import { preset } from '../../src/remark/preset.ts';

type Use = readonly [plugin: unknown, ...options: unknown[]];

async function said(source: string, ...uses: readonly Use[]) {
  const entries = uses.map(
    ([plugin, ...options], index): RemarkEntry => ({ name: `plugin-${index}`, plugin, options }),
  );
  const document = createDocument({ source, path: 'posts/recap.md', parse: parseWithRemark });
  return createHost(entries).messagesFor(document, '/site', 500, true);
}

/** Each message as `line:column-line:column severity id: text`. */
async function lines(source: string, ...uses: readonly Use[]): Promise<readonly string[]> {
  const { pointAt } = indexLines(source);
  return (await said(source, ...uses)).map(({ range, severity, ruleId, message }) => {
    const [start, end] = [pointAt(range.start), pointAt(range.end)];
    return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${ruleId}: ${message}`;
  });
}

/** A plugin that says what stands in the nodes of one type. */
function tells(type: string) {
  return () => (tree: { children: { type: string; value?: string; position: unknown }[] }, file: VFile) => {
    for (const node of tree.children)
      if (node.type === type)
        file.message(`holds ${node.value}`, { place: node.position as never, ruleId: type });
  };
}

const emphasis = 'remark-lint/emphasis-marker: Unexpected emphasis marker `_`, expected `*`';

test('a plugin sees the tree with front matter, and its messages have the places of the source', async () => {
  const post = '---\ntitle: A\n---\n\nOne _two_ three.\n';
  expect(await lines(post, [tells('yaml')])).toEqual(['1:1-3:4 warn remark-lint/yaml: holds title: A']);
  const [preset] = [remarkPresetLintConsistent];
  expect(await lines('*a* and _b_\n', [preset])).toEqual([`1:9-1:12 warn ${emphasis}`]);
});

test.each([
  ['with a BOM', '\uFEFF*a* and _b_\n', '1:9-1:12'],
  ['with CRLF', 'Text.\r\n\r\n*a* and _b_\r\n', '3:9-3:12'],
  ['behind emoji', '*a* 🎉 _b_\n', '1:8-1:11'],
  ['behind front matter with a BOM', '\uFEFF---\na: 1\n---\n\n*a* and _b_\n', '5:9-5:12'],
  ['behind a template tag', '*a* {{ _x_ }} _b_\n', '1:15-1:18'],
])('the place of a message %s', async (_, source, place) => {
  expect(await lines(source, [remarkPresetLintConsistent])).toEqual([`${place} warn ${emphasis}`]);
});

test('a preset, and a plugin of it with other options', async () => {
  const entry = remarkPresetLintConsistent.plugins?.find(
    (one) => Array.isArray(one) && (one[0] as { name: string }).name === 'remark-lint:emphasis-marker',
  ) as [unknown];
  const other = 'remark-lint/emphasis-marker: Unexpected emphasis marker `*`, expected `_`';
  expect(await lines('*a* and _b_\n', [remarkPresetLintConsistent], [entry[0], '_'])).toEqual([
    `1:1-1:4 warn ${other}`,
  ]);
  expect(await lines('*a*\n', [entry[0], [2, '_']])).toEqual([`1:1-1:4 error ${other}`]);
  expect(await lines('*a* and _b_\n', [remarkPresetLintConsistent], [entry[0], false])).toEqual([]);
});

test('options of a plugin that is named twice come together, as in remark', async () => {
  const tellsOptions = (options: object) => (_: unknown, file: VFile) => {
    file.message(JSON.stringify(options));
  };
  expect(await lines('', [tellsOptions, { a: 1, b: 1 }], [tellsOptions, { b: 2 }])).toEqual([
    '1:1-1:1 warn remark-lint/message: {"a":1,"b":2}',
  ]);
});

test.each<[string, ...Use[]]>([
  ['none', [remarkPresetLintConsistent]],
  ['remark-lint itself', [remarkLint], [remarkPresetLintConsistent]],
])('comments of remark-lint count: with %s', async (_, ...uses) => {
  const post =
    '*a*\n\n<!--lint disable emphasis-marker-->\n\n_b_\n\n<!--lint enable emphasis-marker-->\n\n_c_\n';
  expect(await lines(post, ...uses)).toEqual([`9:1-9:4 warn ${emphasis}`]);
  expect(await lines('*a*\n\n<!--lint ignore-->\n\n_b_\n', ...uses)).toEqual([]);
});

test('comments of remark-lint count only where comments may', async () => {
  const source = '<!--lint disable-->\n\n*a* _b_\n';
  const document = createDocument({ source, path: 'a.md', parse: parseWithRemark });
  const host = createHost([{ name: 'preset', plugin: remarkPresetLintConsistent, options: [] }]);
  expect(await host.messagesFor(document, '/', 500, true)).toEqual([]);
  expect(await host.messagesFor(document, '/', 500, false)).toHaveLength(1);
});

test('false switches a preset off, and what is named behind it is on', async () => {
  const off = [remarkPresetLintConsistent, false] as const;
  expect(await lines('*a* and _b_\n', [remarkPresetLintConsistent], off)).toEqual([]);
  expect(await lines('*a* and _b_\n', off, [remarkPresetLintConsistent])).toHaveLength(1);
});

test('recaplint does not report what it finds twice: its own plugin of remark is passed over', async () => {
  expect(await lines('A&nbsp;b *c* and _d_.\n', [preset], [remarkPresetLintConsistent])).toEqual([
    `1:18-1:21 warn ${emphasis}`,
  ]);
});

test('a comment that remark-lint does not understand is an error at the comment, once', async () => {
  expect(await lines('<!--lint foo-->\n\n*a* _b_\n', [remarkPresetLintConsistent])).toEqual([
    `3:5-3:8 warn ${emphasis}`,
    "1:1-1:16 error remark-lint/message: Unknown keyword `foo`: expected `'enable'`, `'disable'`, or `'ignore'`",
  ]);
});

test('one plugin that breaks down, in any way, costs its own messages alone', async () => {
  const broken = {
    throwing: () => () => {
      throw new Error('no luck');
    },
    rejecting: () => async () => {
      throw new Error('no luck');
    },
    endless: () => () => new Promise(() => {}),
    rule: lintRule('remark-lint:rule', () => {
      throw new Error('no luck');
    }),
  };
  const told = tells('paragraph');
  for (const [name, plugin] of Object.entries(broken)) {
    const shown = name === 'rule' ? 'remark-lint-rule' : 'plugin-0';
    const reason = name === 'endless' ? 'it was not done after 0.5 seconds' : 'no luck';
    const failed = `1:1-1:1 error rule-failed: The remark plugin \`${shown}\` broke down on this post (${reason}); its findings are missing.`;
    expect([...(await lines('A.\n', [plugin], [told]))].sort()).toEqual(
      ['1:1-1:3 warn remark-lint/paragraph: holds undefined', failed].sort(),
    );
  }
});

test('a plugin that changes the tree changes that of the plugins behind it alone', async () => {
  const document = createDocument({ source: '# A\n\nB.\n', path: 'a.md', parse: parseWithRemark });
  const before = JSON.stringify(document.tree);
  const empties = () => (tree: { children: unknown[] }) => {
    tree.children = [];
  };
  const host = createHost([
    { name: 'empties', plugin: empties, options: [] },
    { name: 'tells', plugin: tells('paragraph'), options: [] },
  ]);
  expect(await host.messagesFor(document, '/', 500, true)).toEqual([]);
  expect(JSON.stringify(document.tree)).toBe(before);
});

test('ids that no comment could name, addresses that are none and texts of many lines are made plain', async () => {
  const plugin = () => (_: unknown, file: VFile) => {
    const message = file.message('one\n  two', { line: 99, column: 99 });
    Object.assign(message, { ruleId: 'a b,c', source: 'x', url: 'javascript:alert(1)', note: 'because\nso' });
    file.message('x'.repeat(2_000)).url = 'https://example.com/rule';
  };
  const [first, second] = await said('A.\n', [plugin]);
  expect(first).toMatchObject({
    ruleId: 'remark-lint/a-b-c',
    message: 'one two',
    url: undefined,
    range: { start: 3, end: 3 },
    details: { source: 'x', note: 'because so' },
  });
  expect(second).toMatchObject({ url: 'https://example.com/rule', message: `${'x'.repeat(499)}…` });
});

test('what a plugin expects instead becomes a fix where the text stands there, and the cause a related place', async () => {
  const plugin = () => (_: unknown, file: VFile) => {
    const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } };
    const cause = { reason: 'first here', place: { line: 1, column: 5 } };
    Object.assign(file.message('one', { place }), { actual: 'teh', expected: ['the'], cause });
    Object.assign(file.message('two', { place }), { actual: 'other', expected: ['the'] });
    Object.assign(file.message('three', { place }), { actual: 'teh', expected: ['the', 'tea'] });
  };
  const messages = await said('teh one\n', [plugin]);
  expect(messages.map(({ fix, related }) => [fix, related])).toEqual([
    [
      {
        title: 'Replace `teh` with `the`',
        safety: 'unsafe',
        edits: [{ range: { start: 0, end: 3 }, text: 'the' }],
      },
      [{ range: { start: 4, end: 4 }, message: 'first here' }],
    ],
    [undefined, []],
    [undefined, []],
  ]);
});

test('a plugin that cannot begin with its options is reported for every post, not for the first alone', async () => {
  const plugin = () => {
    throw new Error('no such style');
  };
  const host = createHost([
    { name: 'picky', plugin, options: ['x'] },
    { name: 'tells', plugin: tells('paragraph'), options: [] },
  ]);
  for (const source of ['A.\n', 'B.\n']) {
    const document = createDocument({ source, path: 'a.md', parse: parseWithRemark });
    const messages = (await host.messagesFor(document, '/', 500, true)).map(({ message }) => message);
    expect(messages).toEqual([
      'holds undefined',
      'The remark plugin `picky` broke down on this post (no such style); its findings are missing.',
    ]);
  }
});

test.each<[string, object, object]>([
  ['no reason', { reason: undefined }, { message: 'It is reported without a word why.' }],
  ['a number as its reason', { reason: 42 }, { message: '42' }],
  ['a text as its place', { place: '1:1' }, { range: { start: 0, end: 0 } }],
  ['a place that is no number', { place: { line: 1, column: Number.NaN } }, { range: { start: 0, end: 0 } }],
  ['a number as its rule', { ruleId: 5 }, { ruleId: 'remark-lint/5' }],
  ['signs that nobody sees in its rule', { ruleId: 'a\u001B[b' }, { ruleId: 'remark-lint/a-[b' }],
  ['a rule without end', { ruleId: 'x'.repeat(3_000) }, { ruleId: `remark-lint/${'x'.repeat(100)}` }],
  ['a number as its address', { url: 5 }, { url: undefined }],
  ['an address that is an object', { url: new URL('https://a.example') }, { url: undefined }],
  ['a number as its note', { note: 5 }, { details: { source: null, note: '5' } }],
  ['a symbol as its source', { ruleId: 'a', source: Symbol('x') }, { details: { source: null } }],
  ['a text where texts are expected', { expected: 'x', actual: 'A' }, { fix: undefined }],
  ['a number where texts are expected', { expected: 5, actual: 'A' }, { fix: undefined }],
])('a message with %s is shown as far as it can be', async (_, fields, shown) => {
  const plugin = () => (_: unknown, file: VFile) => {
    Object.assign(file.message('x', { line: 1, column: 1 }), fields);
  };
  const [message, other] = await said('A.\n', [plugin], [tells('paragraph')]);
  expect(message).toMatchObject(shown);
  expect(other).toMatchObject({ message: 'holds undefined' });
});

test.each<[string, (file: VFile) => void, readonly string[]]>([
  ['no message', (file) => void file.messages.push(null as never), ['remark-lint/paragraph']],
  ['no list', (file) => void Object.assign(file, { messages: undefined }), ['remark-lint/paragraph']],
])('what is %s where messages stand costs itself alone', async (_, change, ids) => {
  const plugin = () => (_: unknown, file: VFile) => change(file);
  const messages = await said('A.\n', [plugin], [tells('paragraph')]);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(ids);
});

const circle: { plugins: unknown[] } = { plugins: [] };
circle.plugins.push(circle);

test.each<[string, object]>([
  ['an object where its list stands', { plugins: { 'lint-x': true } }],
  ['the name of a plugin in its list', { plugins: [null, 'remark-lint-x'] }],
  ['itself in its list', circle],
])('a preset with %s costs what it names alone', async (_, preset) => {
  const messages = await said('A.\n', [preset], [tells('paragraph')]);
  expect(messages.map(({ ruleId }) => ruleId).sort()).toEqual(['remark-lint/paragraph', 'rule-failed']);
  expect(messages.find(({ ruleId }) => ruleId === 'rule-failed')?.message).toContain('`plugin-0`');
});

test('a plugin that was late for two posts is waited for no longer than it must, until it is in time again', async () => {
  let hangs = true;
  const plugin = () => () => (hangs ? new Promise<undefined>(() => {}) : undefined);
  const host = createHost([{ name: 'slow', plugin, options: [] }]);
  const document = createDocument({ source: 'A.\n', path: 'a.md', parse: parseWithRemark });
  const reasons = async () =>
    (await host.messagesFor(document, '/', 200, true)).map(
      ({ message }) => /after (.*?) seconds/.exec(message)?.[1],
    );
  expect([await reasons(), await reasons(), await reasons()]).toEqual([['0.2'], ['0.2'], ['0.002']]);
  hangs = false;
  expect(await reasons()).toEqual([]);
  hangs = true;
  expect(await reasons()).toEqual(['0.2']);
});
