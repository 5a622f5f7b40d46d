import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createDocument } from '../../src/document/create.ts';
import { lint } from '../../src/engine/lint.ts';
import { openSession } from '../../src/project/session.ts';
import { rules } from '../../src/rules/index.ts';
import type { Campaign } from './campaign.ts';
import { bySchema } from './json-by-schema.ts';
import { mutatedText } from './mutated-text.ts';
import { assertFindings } from './places.ts';
import { parsers } from './workspace.ts';

interface Configured {
  readonly file: string;
  readonly content: string;
}

const post =
  '---\ntitle: Q2 2024 Recap\ndate: 2024-08-07\n---\n\n## Finances\n\nIn Q1 2024 we met at http://x.org..\n';

const tokens = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '\\',
    '//',
    '/*',
    '*/',
    '#',
    '- ',
    '? ',
    ': ',
    '\n',
    '\r',
    '\t',
    '\0',
    '\x1b[31m',
  ],
  ...[
    '\u2028',
    '\ufeff',
    '\ud800',
    '😀',
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '&a ',
    '*a',
    '<<: *a',
    '!!js/function ',
  ],
  ...[
    'null',
    'true',
    '1e999',
    '-1',
    '"off"',
    '"error"',
    '"recaplint:strict"',
    '"./a.json"',
    '"./recaplintrc.yaml"',
    '"../x.json"',
  ],
  ...[
    '"**"',
    '"{a,b}"',
    '"!(a|b)"',
    '"[a-"',
    '"(a+)+$"',
    '"(?<=a)b"',
    '"\\\\1"',
    '"{quarter}"',
    '"{foo}"',
    '"rules": {}',
    'extends: ',
  ],
  ...[
    '::error::',
    '##[error]',
    '"patterns"',
    '"overrides"',
    '"series"',
    '"files"',
    '"schema"',
    '"ignores"',
    '"terms"',
    '"site"',
  ],
];

const forms = ['.recaplintrc.json', '.recaplintrc.yaml'] as const;

/** Configurations that are as they should be, or nearly, written as JSON with comments or as YAML. */
const written = fc.tuple(bySchema(configJsonSchema(rules)), fc.constantFrom(...forms)).map(
  ([value, file]): Configured => ({
    file,
    content: file.endsWith('.json') ? jsonOf(value) : stringify(value),
  }),
);

const seeds = fc.sample(written, { numRuns: 100, seed: 1 }).map(({ content }) => content);

const mutated = fc.record({
  file: fc.constantFrom(...forms),
  content: mutatedText({ seeds, tokens, longest: 5_000 }),
});

let folder: string | null = null;

export const configuration: Campaign<Configured> = {
  name: 'configuration',
  promise:
    'A configuration of any shape is read and used, or refused with one plain sentence for each fault that names the file; no key of it reaches a prototype.',
  inputs: fc.oneof(written, mutated),
  runs: 250,
  async check({ file, content }) {
    folder ??= mkdtempSync(join(tmpdir(), 'recaplint-fuzz-'));
    rmSync(folder, { recursive: true });
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(folder, file), content);
    await assertUsedOrRefused(folder);
    assert.equal(Object.keys(Object.prototype).length, 0, 'a key reached Object.prototype');
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
  },
  end() {
    if (folder) rmSync(folder, { recursive: true, force: true });
  },
};

function jsonOf(value: unknown): string {
  return `// why\n${JSON.stringify(value, null, 2)}\n`;
}

async function assertUsedOrRefused(root: string): Promise<void> {
  const session = openSession({ rule: [], code: false, inlineConfig: true }, root, () => {});
  try {
    const placed = await session.place(join(root, 'recaps', 'q2-2024-recap.md'), root);
    const { settings } = placed.resolved;
    const { language, site } = settings.post;
    const document = createDocument({ source: post, path: placed.path, parse: parsers[0], language, site });
    assertFindings(post, lint(document, settings, { files: placed.files }).findings);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    assertRefusal(error, root);
  }
}

/** Every fault has its file, a place in it or none, and a sentence that is no longer than anybody reads. */
function assertRefusal({ problems }: ConfigError, root: string): void {
  assert.ok(problems.length > 0, 'refused for nothing');
  for (const { file, place, message } of problems) {
    assert.ok(file.startsWith(root), `${file} is not the file`);
    if (place) assert.ok(place.line >= 1 && place.column >= 1, `${place.line}:${place.column}`);
    assert.ok(
      message.length > 5 && message.length <= 1_001,
      `${message.length} characters: ${message.slice(0, 200)}`,
    );
  }
}
