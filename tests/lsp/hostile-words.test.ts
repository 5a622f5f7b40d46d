import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { config, quoted } from '../e2e/hostile-repository.ts';
import { acting, actingLines } from '../e2e/hostile-words.ts';
import { firstMoving } from '../e2e/quiet-output.ts';
import { uriOf } from './client.ts';
import { start, workspace } from './start.ts';

/** Texts that an editor writes or compares, and does not show. */
const unshown = new Set([
  'newText',
  'filterText',
  'uri',
  'href',
  'insertText',
  'textEdit',
  'data',
  'arguments',
  'edit',
]);

/** Every string that an editor shows of an answer. */
function stringsIn(value: unknown, key = ''): string[] {
  if (unshown.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => stringsIn(inner, name));
}

/** Every Markdown text in an answer. */
function markdownIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'kind' in value && value.kind === 'markdown' && 'value' in value ? [String(value.value)] : [];
  return [...own, ...Object.values(value).flatMap(markdownIn)];
}

function nodesIn(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node];
}

/** Nothing in a text that an editor draws loads, runs or leads to what a stranger wrote. */
function expectHarmlessMarkdown(text: string): void {
  const nodes = nodesIn(unified().use(remarkParse).use(remarkGfm).parse(text));
  const types = nodes.map(({ type }) => type);
  for (const type of ['image', 'imageReference', 'html', 'linkReference', 'definition'])
    expect(types, text).not.toContain(type);
  // A bare address says where it leads.
  for (const node of nodes)
    if (
      node.type === 'link' &&
      node.children.every((child) => !('value' in child) || child.value !== node.url)
    )
      expect(node.url, text).toMatch(/^(?:file:|https:\/\/)(?!\S*evil)/);
}

const post = `---
title: ${quoted(`Q2 2024 Recap ${acting}`)}
${quoted(acting)}: ${quoted(acting)}
author: ${quoted(actingLines)}
date: 2024-01-01
date: ${quoted(acting)}
---

# Q2 2024 ${acting}

<!-- recaplint-disable ${acting.replace(/-->/g, '')} -->

## Empty ${acting}

In the first quarter of 2024 ${acting}&nbsp;the the ${acting}

[${acting.replace(/[[\]]/g, '')}](http://x.test/a?utm_source=a) [a](<missing ${acting.replace(/[<>]/g, '')}.md>) ${actingLines}
`;

const recap = (quarter: number) =>
  `---\ntitle: ${quoted(`Q${quarter} 2023 Recap ${acting}`)}\ndate: 2023-0${quarter * 2}-01\n---\n\n# Summary\n\nText.\n`;

// At the beginning: what is long is cut.
const drawn = '![a](http://evil.test/b.png) <img src="http://evil.test/c.png"> [b](command:evil)';

test('an editor is shown nothing that acts, in whatever it asks for', async () => {
  const frontSchema = {
    required: [actingLines],
    properties: { author: { enum: [actingLines], description: drawn, title: acting } },
  };
  const folder = workspace({
    '.recaplintrc.json': JSON.stringify(config),
    'front.json': JSON.stringify(frontSchema),
    'a.md': post,
    ...Object.fromEntries(
      [1, 2, 3, 4].map((quarter) => [`recaps/q${quarter}-2023-recap.md`, recap(quarter)]),
    ),
  });
  const client = await start({
    folders: [folder],
    initializationOptions: { status: true, [acting]: acting, parser: acting },
  });
  const uri = uriOf(join(folder, 'a.md'));
  await client.open(uri, post);
  await client.diagnostics(uri, (found) => found.length > 5);
  const textDocument = { uri };
  const said: unknown[] = [];
  for (const [line, words] of post.split('\n').entries())
    for (let character = 0; character < words.length; character += 40) {
      const position = { line, character };
      said.push(await client.request('textDocument/hover', { textDocument, position }));
      if (character === 0)
        said.push(await client.request('textDocument/completion', { textDocument, position }));
    }
  const range = { start: { line: 0, character: 0 }, end: { line: post.split('\n').length, character: 0 } };
  said.push(
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  );
  for (const method of ['codeLens', 'documentSymbol'])
    said.push(await client.request(`textDocument/${method}`, { textDocument }));
  const timeline = await client.request('workspace/executeCommand', {
    command: 'recaplint.server.timeline',
    arguments: [uri],
  });
  said.push(timeline);
  for (const [name, ...given] of [['newIssue', uriOf(folder), acting], ['timeline', acting], [acting]])
    said.push(
      await client
        .request('workspace/executeCommand', { command: `recaplint.server.${name}`, arguments: given })
        .catch(({ message }: Error) => message),
    );
  // A configuration that is wrong is told of.
  await client.open(uriOf(join(folder, '.recaplintrc.json')), '{}', { languageId: 'json' });
  said.push(...client.heard.map(({ params }) => params));
  const strings = said.flatMap((one) => stringsIn(one));
  expect(strings.length).toBeGreaterThan(300);
  for (const one of strings)
    expect.soft(firstMoving(one.replaceAll('\n', ' ')), one.slice(0, 200)).toBeNull();
  for (const one of [...said.flatMap(markdownIn), timeline]) expectHarmlessMarkdown(one);
  // What VS Code makes a link of in a message, and would run.
  for (const { method, params } of client.heard)
    if (method === 'window/showMessage')
      expect.soft(params.message).not.toMatch(/\]\((?:command|https?|file):/);
  expect(client.stderr).toBe('');
});
