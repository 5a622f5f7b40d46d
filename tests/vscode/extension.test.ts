import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { stageExtension } from '../../scripts/extension.mjs';
import { makeFolder } from '../folder.ts';
import { type Answers, type Running, startExtension, TextDocument, Uri } from './stand-in.ts';
import { wasmFolder } from './wasm.ts';

const wasm = wasmFolder();
let extension: string;

beforeAll(async () => {
  extension = mkdtempSync(join(tmpdir(), 'recaplint-extension-'));
  await stageExtension(extension, wasm);
});
afterAll(() => rmSync(extension, { recursive: true, force: true }));

const post = `---
title: Q2 2024 Recap
date: 2024-07-10
---

😀漢 See https://servo.org/blog?utm_source=mail now.
`;

/** Starts the extension in a workspace with files, and ends it when the test is over. */
async function start(files: Record<string, string>, answers: Partial<Answers> = {}) {
  const folder = makeFolder(files);
  const folders = [{ uri: Uri.file(folder), name: 'workspace', index: 0 }];
  const running = await startExtension(extension, { folders, isTrusted: true, ...answers });
  onTestFinished(() => running.deactivate());
  const open = (name: string, languageId = 'markdown') => {
    const path = join(folder, name);
    const document = new TextDocument(Uri.file(path), languageId, readFileSync(path, 'utf8'));
    running.open(document);
    return document.uri;
  };
  return { ...running, folder, open, openDocument: running.open };
}

/** Waits for what the server brings about. */
function until(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 20 });
}

const idsOf = ({ state }: Pick<Running, 'state'>, uri: Uri) =>
  state.findings(uri).map(({ code }) => (code as { value: string }).value);

test('registers every command that the manifest offers', async () => {
  const { state } = await start({});
  const { contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  for (const { command } of contributes.commands) expect([...state.commands.keys()]).toContain(command);
});

test('shows findings at their columns, with the page of the rule', async () => {
  const { state, open } = await start({ 'posts/q2-2024-recap.md': post });
  const uri = open('posts/q2-2024-recap.md');
  await until(() => expect(idsOf({ state }, uri)).toContain('no-tracking-parameters'));
  const found = state
    .findings(uri)
    .find(({ code }) => (code as { value: string }).value === 'no-tracking-parameters')!;
  const line = post.split('\n')[5]!;
  expect(found.range.start).toMatchObject({ line: 5, character: line.indexOf('utm_source') });
  const { target } = found.code as { target: Uri };
  expect(existsSync(fileURLToPath(target.toString()))).toBe(true);
});

test('the status bar says which period the post is about and what reads it', async () => {
  const { state, open } = await start({ 'q2-2024-recap.md': post, 'notes.txt': 'Notes' });
  expect(state.statusItem.isVisible).toBe(false);
  open('q2-2024-recap.md');
  await until(() => expect(state.statusItem.text).toBe('$(calendar) Q2 2024'));
  expect(state.statusItem).toMatchObject({ isVisible: true });
  const parser = wasm === null ? 'remark' : 'satteri (WebAssembly)';
  expect(state.statusItem.tooltip).toContain(`Markdown is read by ${parser}.`);
  open('notes.txt', 'plaintext');
  expect(state.statusItem.isVisible).toBe(false);
});

test('the status bar warns of a configuration that cannot be used', async () => {
  const { state, open } = await start({
    'q2-2024-recap.md': post,
    '.recaplintrc.json': '{"rules": {"no-nbps": "error"}}',
  });
  open('q2-2024-recap.md');
  await until(() => expect(state.statusItem.text).toBe('$(warning) recaplint'));
  expect(state.statusItem.tooltip).toContain('no-nbps');
});

test('another parser is that of a new server', async () => {
  const { state, open, configure } = await start({ 'q2-2024-recap.md': post });
  open('q2-2024-recap.md');
  await until(() => expect(state.statusItem.text).toBe('$(calendar) Q2 2024'));
  configure('recaplint.parser', 'remark');
  await until(() => expect(state.statusItem.tooltip).toContain('Markdown is read by remark.'));
});

test('the server is told of trust, also of trust that comes later', async () => {
  const { state, open, grantTrust } = await start({ 'q2-2024-recap.md': post }, { isTrusted: false });
  const uri = open('q2-2024-recap.md');
  await until(() => expect(state.statusItem.tooltip).toContain('not trusted'));
  grantTrust();
  await until(() => {
    expect(state.statusItem.text).toBe('$(calendar) Q2 2024');
    expect(state.statusItem.tooltip).not.toContain('not trusted');
  });
  await until(() => expect(idsOf({ state }, uri)).toContain('no-tracking-parameters'));
});

test('a restarted server knows what is open', async () => {
  const { state, open, run } = await start({ 'q2-2024-recap.md': post });
  const uri = open('q2-2024-recap.md');
  await until(() => expect(state.statusItem.text).toBe('$(calendar) Q2 2024'));
  state.statusItem.text = 'of the old server';
  await Promise.all([run('recaplint.restart'), run('recaplint.restart')]);
  await until(() => expect(state.statusItem.text).toBe('$(calendar) Q2 2024'));
  await until(() => expect(idsOf({ state }, uri)).toContain('no-tracking-parameters'));
  expect(state.messages).toEqual([]);
});

test('says that the server could not be started anew', async () => {
  const { state, grantTrust } = await start({}, { isTrusted: false });
  const server = join(extension, 'server', 'server.mjs');
  renameSync(server, `${server}.gone`);
  try {
    grantTrust();
    await until(() => expect(state.messages).toContainEqual(expect.stringMatching(/^recaplint: /)));
  } finally {
    renameSync(`${server}.gone`, server);
  }
});

test('switched off, it shows nothing; switched on again, it lints', async () => {
  const { state, open, configure } = await start({ 'q2-2024-recap.md': post });
  const uri = open('q2-2024-recap.md');
  await until(() => expect(idsOf({ state }, uri)).not.toEqual([]));
  configure('recaplint.enable', false);
  await until(() => expect(idsOf({ state }, uri)).toEqual([]));
  configure('recaplint.enable', true);
  await until(() => expect(idsOf({ state }, uri)).not.toEqual([]));
});

test('shows the timeline of a post beside it', async () => {
  const { state, open, run } = await start({ 'q2-2024-recap.md': post });
  const uri = open('q2-2024-recap.md');
  await run('recaplint.showTimeline');
  const [, shown] = state.executed.find(([name]) => name === 'markdown.showPreviewToSide')!;
  expect(shown).toMatchObject({ scheme: 'recaplint-timeline', query: uri.toString() });
  const text = await state.contents.get('recaplint-timeline')!.provideTextDocumentContent(shown as Uri);
  expect(text).toContain('Q2 2024');
});

test('repairs all that is safe', async () => {
  const { state, open, run } = await start({ 'q2-2024-recap.md': post });
  const uri = open('q2-2024-recap.md');
  await until(() => expect(idsOf({ state }, uri)).not.toEqual([]));
  await run('recaplint.fixAll');
  expect(state.messages).toEqual([]);
  expect(state.edits).toMatchObject([{ edits: [{ uri: uri.toString() }] }]);
});

const archive = Object.fromEntries(
  [1, 2, 3].map((quarter) => [
    `recaps/q${quarter}-2024-recap.md`,
    `---\ntitle: Q${quarter} 2024 Recap\ndate: 2024-${String(quarter * 3 + 1).padStart(2, '0')}-10\n---\n\nWe met.\n`,
  ]),
);

test('proposes the next issue of the only series, makes it, and opens it', async () => {
  const { state, run, folder } = await start(archive);
  await run('recaplint.newIssue');
  expect(state.messages).toEqual([]);
  const uri = Uri.file(join(folder, 'recaps/q4-2024-recap.md')).toString();
  expect(state.edits).toMatchObject([{ edits: [{ uri }, { uri }] }]);
  expect(state.shown).toEqual([uri]);
});

test('asks which series where there are several', async () => {
  const reports = Object.entries(archive).map(([path, text]) => [
    path.replaceAll('recap', 'report'),
    text.replace('Recap', 'Report'),
  ]);
  const several = { ...archive, ...Object.fromEntries(reports) };
  const asked = await start(several);
  await asked.run('recaplint.newIssue');
  expect(asked.state.offered).toHaveLength(2);
  expect(asked.state).toMatchObject({ messages: [], shown: [] });
  const pick = asked.state.offered.find((name) => name.includes('report'))!;
  const { state, run, folder } = await start(several, { pick, input: ' Q1 2025 ' });
  await run('recaplint.newIssue');
  expect(state.messages).toEqual([]);
  expect(state.shown).toEqual([Uri.file(join(folder, 'reports/q1-2025-report.md')).toString()]);
});

test('the name of a series is text in the list: no icon, and nothing that hides', async () => {
  const reports = Object.entries(archive).map(([path, text]) => [
    path.replaceAll('recap', 'report'),
    text.replace('Recap', 'Report'),
  ]);
  const config = { series: [{ name: '$(alert) \u202Erecaps', files: ['recaps/*.md'] }] };
  const several = { ...archive, ...Object.fromEntries(reports), '.recaplintrc.json': JSON.stringify(config) };
  const { state, run } = await start(several);
  await run('recaplint.newIssue');
  expect(state.offered).toHaveLength(2);
  expect(state.offered).toContain('\\$(alert) \uFFFDrecaps');
});

test('says what is missing, and what went wrong', async () => {
  const { state, run } = await start(archive, { input: 'soon' });
  await run('recaplint.fixAll');
  expect(state.messages).toEqual(['recaplint: open a post first.']);
  await run('recaplint.newIssue');
  expect(state.messages[1]).toMatch(/^recaplint: .*soon/);
});

test('cells of notebooks stay unread', async () => {
  const { state, open, openDocument } = await start({ 'q2-2024-recap.md': post });
  const uri = Uri.from({ scheme: 'vscode-notebook-cell', path: '/a.ipynb' });
  openDocument(new TextDocument(uri, 'markdown', post));
  expect(state.statusItem.isVisible).toBe(false);
  const other = open('q2-2024-recap.md');
  await until(() => expect(idsOf({ state }, other)).not.toEqual([]));
  expect(state.findings(uri)).toEqual([]);
});
