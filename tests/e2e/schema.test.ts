import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

const config =
  '{ "series": [{ "name": "recaps", "files": ["posts/*.md"], "schema": "./recap.schema.json" }] }';
const schema =
  '{ "$schema": "http://json-schema.org/draft-07/schema#", "required": ["author"], "properties": { "author": { "enum": ["Rebecca", "Ollie"] } } }';
const post = '---\ntitle: Recap\nauthor: Rebeca\n---\n\nText.\n';

test('front matter is held to the schema that the configuration names', () => {
  const cwd = makeFolder({
    '.recaplintrc.json': config,
    'recap.schema.json': schema,
    'posts/a.md': post,
    'posts/b.md': post.replace('Rebeca', 'Rebecca'),
    'other/a.md': post,
  });
  const run = recaplint(['.'], { cwd });
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.stdout).toMatch(
    /^posts\/a\.md\n3:9-3:15 error `author` must be one of `Rebecca` or `Ollie`; it is `Rebeca`; did you mean `Rebecca`\? front-matter-schema\n\n✖ 1 error in 1 file\n$/,
  );
  const shown = recaplint(['config', 'posts/a.md'], { cwd }).stdout;
  expect(shown).toContain(`${cwd}/.recaplintrc.json:1:59`);
  expect(shown).toMatch(/\n {2}schema +.*\.recaplintrc\.json:1:59 +.*\/recap\.schema\.json\n/);
});

test('a schema that cannot be used ends the run with its place', () => {
  const cwd = makeFolder({
    '.recaplintrc.json': config,
    'recap.schema.json': '{\n  "requird": ["author"]\n}\n',
    'posts/a.md': post,
  });
  const run = recaplint(['.'], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(
    'recap.schema.json:2:3: There is no keyword "requird". Did you mean "required"?',
  );
});

test('a run without a schema does not load what reads one', () => {
  const cwd = makeFolder({ '.recaplintrc.json': '{}', 'recap.schema.json': schema, 'posts/a.md': post });
  expect(loaded(cwd).filter((url) => url.includes('post-schema'))).toEqual([]);
  const named = makeFolder({ '.recaplintrc.json': config, 'recap.schema.json': schema, 'posts/a.md': post });
  expect(loaded(named).filter((url) => url.includes('post-schema'))).toHaveLength(1);
});

/** The scripts that a run in a folder loads, as Node's coverage tells. */
function loaded(cwd: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'recaplint-coverage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  recaplint(['.'], { cwd, env: { NODE_V8_COVERAGE: folder } });
  return readdirSync(folder).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).result.map(({ url }: { url: string }) => url),
  );
}
