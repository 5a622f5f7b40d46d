import { join } from 'node:path';
import { expect, test } from 'vitest';
import { marked, uriOf } from './client.ts';
import { codes, start, workspace } from './start.ts';

/** A plugin of remark that takes a moment to find what is misspelt, and one that never ends with a post. */
const typo = `export default () => async (tree, file) => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const text = String(file);
  for (const { index } of text.matchAll(/teh/g)) {
    const line = text.slice(0, index).split('\\n').length;
    const column = index - text.lastIndexOf('\\n', index - 1);
    const place = { start: { line, column }, end: { line, column: column + 3 } };
    const message = file.message('Misspelt.', { place, ruleId: 'typo', source: 'typo' });
    Object.assign(message, { actual: 'teh', expected: ['the'], url: 'https://example.org/typo' });
  }
};
`;

const files = {
  '.recaplintrc.json': '{ "extends": [], "rules": { "no-nbsp": "error" }, "remark": ["./rules/typo.mjs"] }',
  'rules/typo.mjs': typo,
  'notes.md': '# Notes\n\nAll is teh same.\n',
};

async function opened(text: string) {
  const folder = workspace(files);
  const client = await start({ folders: [folder], initializationOptions: { trusted: true } });
  const uri = uriOf(join(folder, 'notes.md'));
  await client.open(uri, text);
  return { client, uri };
}

test('what a plugin of remark finds stands in the editor with its page, and can be repaired', async () => {
  const text = files['notes.md'];
  const { client, uri } = await opened(text);
  const [found, ...others] = await client.diagnostics(uri, (all) => all.length > 0);
  expect(others).toEqual([]);
  expect(marked(text, found!.range)).toBe('teh');
  expect(found).toMatchObject({
    code: 'remark-lint/typo',
    severity: 2,
    message: 'Misspelt.',
    codeDescription: { href: 'https://example.org/typo' },
  });
  const actions = await client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: found!.range,
    context: { diagnostics: [found] },
  });
  const [repair] = (actions as { title: string; edit?: unknown }[]).filter(({ title }) =>
    title.includes('Replace `teh` with `the`'),
  );
  expect(JSON.stringify(repair)).toContain('"newText":"the"');
});

test('while one writes, each text has its own', async () => {
  const { client, uri } = await opened('Fine.\n');
  expect(await client.diagnosticsOf(uri, 1)).toEqual([]);
  const wrong = 'So teh and&nbsp;teh.\n';
  await client.change(uri, 2, { text: wrong });
  const found = await client.diagnosticsOf(uri, 2);
  expect(codes(found)).toEqual(['remark-lint/typo', 'no-nbsp', 'remark-lint/typo']);
  await client.change(uri, 3, { text: 'Fine again.\n' });
  expect(await client.diagnosticsOf(uri, 3)).toEqual([]);
});
