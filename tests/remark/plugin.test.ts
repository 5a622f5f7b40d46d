import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remark } from 'remark';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import recaplint, { preset, type RecaplintOptions } from '../../src/remark.ts';
import { recaplint as commandLine, root } from '../e2e/run.ts';
import { mixedUp, nameOf, recap, recaps, workspace } from './posts.ts';

/** A text without a file after a pipeline with the plugin. */
function told(value: string | Uint8Array, options?: RecaplintOptions) {
  return messagesOf(new VFile({ value, cwd: workspace({}) }), options);
}

async function messagesOf(file: VFile, options?: RecaplintOptions) {
  const processor = unified().use(remarkParse).use(remarkStringify).use(recaplint, options);
  await processor.process(file);
  return file.messages;
}

function issue(cwd: string, number: number): VFile {
  const path = join(cwd, nameOf(number));
  return new VFile({ path, cwd, value: readFileSync(path, 'utf8') });
}

const idsOf = (messages: readonly { readonly ruleId?: string | undefined }[]) =>
  messages.map(({ ruleId }) => ruleId);

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What the command line says of a file. */
interface Reported {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string;
    readonly fix?: Edit;
    readonly suggestions?: readonly { readonly fix: Edit }[];
  }[];
}

interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

function repaired(text: string, { range: [start, end], text: replacement }: Edit): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function replaced(text: string, { start, end }: Place, [replacement]: readonly string[]): string {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  return repaired(text, { range: [start.offset + bom, end.offset + bom], text: replacement! });
}

describe('a message', () => {
  test('has all that vfile knows of', async () => {
    const [message, ...others] = await told('It is&nbsp;here.\n');
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      reason: '`&nbsp;` between words is left over from an editor: write a plain space.',
      ruleId: 'no-nbsp',
      source: 'recaplint',
      fatal: false,
      line: 1,
      column: 6,
      place: { start: { line: 1, column: 6, offset: 5 }, end: { line: 1, column: 12, offset: 11 } },
      actual: '&nbsp;',
      expected: [' '],
    });
    expect(message!.url).toMatch(/docs\/rules\/no-nbsp\.md$/);
    expect(message!.note).toBeUndefined();
    expect(message!.cause).toBeUndefined();
  });

  // What stands at the offsets of a place is what remark finds there: it counts no BOM.
  test.each([
    ['after a BOM', '\uFEFFIt is&nbsp;here.\n'],
    ['after a BOM, in bytes', new TextEncoder().encode('\uFEFFIt is&nbsp;here.\n')],
    ['after lines with CRLF', 'One 🚤.\r\n\r\nIt is&nbsp;here.\r\n'],
    ['after lines with CR', 'One.\r\rIt is&nbsp;here.\r'],
    ['after emoji and letters of two units', '🚤🌬️ 𝔸 船 é It is&nbsp;here.\n'],
    ['after a tab', '*\tIt is&nbsp;here.\n'],
  ])('stands where remark has a node, %s', async (_, value) => {
    const inCode = typeof value === 'string' ? value.replace('&nbsp;', '`nbsp`') : null;
    const [message] = await told(value);
    const place = message!.place as { start: object; end: object };
    const tree = remark().parse(inCode ?? String(new VFile({ value })).replace('&nbsp;', '`nbsp`'));
    expect(place).toEqual(placeOfCode(tree));
  });

  test('offers in its place what the repair of the command line makes of it, and names any other repair', async () => {
    const cwd = workspace({ '.recaplintrc.json': '{ "extends": ["recaplint:strict"] }' });
    cpSync(join(root, 'tests/posts'), join(cwd, 'posts'), { recursive: true });
    const files: Reported[] = JSON.parse(commandLine(['posts', '--format', 'json'], { cwd }).stdout);
    const counts = { offered: 0, named: 0 };
    for (const { filePath, messages } of files) {
      const text = readFileSync(filePath, 'utf8');
      const told = await messagesOf(new VFile({ path: filePath, cwd, value: text }));
      expect(idsOf(told)).toEqual(idsOf(messages));
      for (const [index, { fix = messages[index]!.suggestions?.[0]?.fix }] of messages.entries()) {
        const { place, expected, note = '' } = told[index]!;
        if (expected) expect(replaced(text, place as Place, expected)).toBe(repaired(text, fix!));
        expect(note.includes('repairs it: ')).toBe(fix !== undefined && !expected);
        if (fix) counts[expected ? 'offered' : 'named']++;
      }
    }
    expect(counts.offered).toBeGreaterThan(20);
    expect(counts.named).toBeGreaterThan(2);
  });

  test('offers no replacement of a long stretch', async () => {
    const link = (text: string) => `Read [<u>${text}</u>](https://example.org/a) today.\n`;
    const [short] = await told(link('the page'));
    expect(short).toMatchObject({ ruleId: 'no-underline', expected: ['the page'] });
    const [cut] = await told(link('and so on '.repeat(200)));
    expect(cut!.ruleId).toBe('no-underline');
    expect(cut!.expected).toBeUndefined();
    expect(cut!.note).toMatch(/^`recaplint --fix.*` repairs it: /);
  });

  test('shows no controls of a stranger’s text', async () => {
    const [message] = await told('Read \u001B[31mred\u001B[31mred and and here.\n');
    expect(message!.reason).not.toContain('\u001B');
  });
});

/** The place of the one node of inline code in a tree. */
function placeOfCode(tree: { readonly type: string }): unknown {
  const due: { type: string; position?: unknown; children?: typeof due }[] = [tree];
  for (const node of due) {
    if (node.type === 'inlineCode') return node.position;
    due.push(...(node.children ?? []));
  }
  return null;
}

describe('a text', () => {
  test('is linted with the series beside its file, as it stands there', async () => {
    const cwd = workspace(recaps());
    const ids = idsOf(await messagesOf(issue(cwd, 9)));
    expect(ids).toEqual([
      'no-quarter-mixup',
      'consistent-terms',
      'no-nbsp',
      'no-repeated-word',
      'no-copied-text',
    ]);
    const alone = new VFile({ path: 'elsewhere/post.md', cwd, value: mixedUp });
    expect(idsOf(await messagesOf(alone))).not.toContain('consistent-terms');
    expect(idsOf(await told(mixedUp))).not.toContain('no-copied-text');
  });

  test('counts as it is, not as it is stored, also for those that are linted with it', async () => {
    const cwd = workspace(recaps());
    const [eighth, ninth] = [issue(cwd, 8), issue(cwd, 9)];
    eighth.value = String(eighth).replace('41 members', '40 members and a guest');
    await Promise.all([messagesOf(eighth), messagesOf(ninth)]);
    expect(idsOf(ninth.messages)).toContain('consistent-terms');
    expect(idsOf(ninth.messages)).not.toContain('no-copied-text');
  });

  test('can be linted twice at the same time', async () => {
    const cwd = workspace(recaps());
    const right = new VFile({ path: nameOf(9), cwd, value: recap(9) });
    const wrong = issue(cwd, 9);
    await Promise.all([messagesOf(right), messagesOf(wrong)]);
    expect(idsOf(right.messages)).toEqual([]);
    expect(idsOf(wrong.messages)).toHaveLength(5);
  });

  test('stays as it is, and so does the tree', async () => {
    const processor = remark().use(preset);
    const tree = processor.parse(mixedUp);
    const before = JSON.stringify(tree);
    const after = await processor.run(tree, new VFile({ value: mixedUp, cwd: workspace({}) }));
    expect(JSON.stringify(after)).toBe(before);
  });

  test('is none where bytes are no UTF-8', async () => {
    expect(idsOf(await told(new Uint8Array([0x41, 0xff])))).toEqual(['invalid-encoding']);
    expect(idsOf(await told('A\0'))).toEqual(['invalid-encoding']);
  });
});

describe('configuration', () => {
  test('counts as the command line reads it, and is read anew when it changes', async () => {
    const cwd = workspace({ 'posts/a.md': 'It is&nbsp;here.\n', 'posts/.recaplintrc.json': '{}' });
    const severity = async () => {
      const path = join(cwd, 'posts/a.md');
      const [message] = await messagesOf(new VFile({ path, cwd, value: readFileSync(path, 'utf8') }));
      return message?.fatal;
    };
    expect(await severity()).toBe(false);
    writeFileSync(join(cwd, 'posts/.recaplintrc.json'), '{ "rules": { "no-nbsp": "error" } }');
    expect(await severity()).toBe(true);
    writeFileSync(join(cwd, 'posts/.recaplintrc.json'), '{ "ignores": ["a.md"] }');
    expect(await severity()).toBeUndefined();
  });

  test('can be named, and rules can be set', async () => {
    const cwd = workspace({ 'other.json': '{ "rules": { "no-nbsp": "error" } }' });
    const file = () => new VFile({ path: 'a.md', cwd, value: 'It is&nbsp;here.\n' });
    expect(await messagesOf(file(), { config: 'other.json' })).toMatchObject([{ fatal: true }]);
    expect(await messagesOf(file(), { rules: { 'no-nbsp': 'off' } })).toEqual([]);
    expect(
      await messagesOf(file(), { config: 'other.json', rules: { 'no-nbsp': ['warn', {}] } }),
    ).toMatchObject([{ fatal: false }]);
  });

  test('that is a program is not run with `code` off, which is said', async () => {
    const cwd = workspace({ 'recaplint.config.mjs': "export default { rules: { 'no-nbsp': 'off' } };\n" });
    const file = () => new VFile({ path: 'a.md', cwd, value: 'It is&nbsp;here.\n' });
    const options = { config: 'recaplint.config.mjs' };
    expect(await messagesOf(file(), options)).toEqual([]);
    const [found, said] = await messagesOf(file(), { ...options, code: false });
    expect(found!.ruleId).toBe('no-nbsp');
    expect(said).toMatchObject({ source: 'recaplint', reason: expect.stringContaining('is not run') });
    expect(said!.fatal).toBeUndefined();
  });

  test.each([
    [{ confg: 'a.json' }, 'There is no option "confg". Did you mean "config"?'],
    [{ verbose: true }, 'There is no option "verbose". There are: config, code, rules.'],
    [{ config: 3 }, '"config" is the path of a configuration file, in quotes, not 3.'],
    [{ rules: 'off' }, '"rules" is an object of rules and their levels, not "off".'],
    [{ rules: { 'no-nbps': 'off' } }, 'There is no rule "no-nbps". Did you mean "no-nbsp"?'],
    [{ rules: { 'no-nbsp': 'of' } }, '"of" is no level. It may be: off, warn, error. Did you mean "off"?'],
  ])('that is wrong in %j is one fatal message', async (options, reason) => {
    const messages = await told('It is&nbsp;here.\n', options as RecaplintOptions);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.reason).toBe(`This post is not linted. The options of recaplint/remark: ${reason}`);
    expect(messages[0]).toMatchObject({ fatal: true, source: 'recaplint' });
  });

  test('that is missing is said as well', async () => {
    const cwd = workspace({});
    const file = new VFile({ path: 'a.md', cwd, value: 'Well.\n' });
    const [message] = await messagesOf(file, { config: 'none.json' });
    expect(message).toMatchObject({
      fatal: true,
      reason: expect.stringMatching(/not linted\. none\.json: /),
    });
  });
});

test('the preset has remark read front matter and GFM', () => {
  const tree = remark().use(preset).parse('---\na: 1\n---\n\n| a |\n| - |\n');
  expect(tree.children.map(({ type }) => type)).toEqual(['yaml', 'table']);
  expect(remark().use(preset).parse('+++\na = 1\n+++\n').children[0]!.type).toBe('toml');
});

test('a tree whose file has no text is not linted, and says so', async () => {
  const file = new VFile({ path: 'a.md' });
  await remark().use(recaplint).run(remark().parse('A\n'), file);
  expect(file.messages.map(String)).toEqual(['a.md:1:1: This file has no text, and is not linted.']);
  expect(file.messages[0]!.fatal).toBeUndefined();
});

test('an option that is undefined is none', async () => {
  const options = { config: undefined, code: undefined, rules: undefined } as unknown as RecaplintOptions;
  expect(idsOf(await told('A&nbsp;word.\n', options))).toEqual(['no-nbsp']);
});
