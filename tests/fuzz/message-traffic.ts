import * as fc from 'fast-check';

/** What is sent at once: a message as JSON text, or what no frame is right for. */
export interface Sent {
  readonly json: string;
  /** Whether it is a request that must be answered. */
  readonly id: number | string | null;
}

/** Mostly null: once in so many and one times something else. */
export function sometimes<T>(value: fc.Arbitrary<T>, most: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: most, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}

const uris = [
  ...[
    'untitled:a.md',
    'untitled:b.md',
    'untitled:.recaplintrc.json',
    'file:///nowhere/a.md',
    'file://host/a.md',
  ],
  ...[
    'file:///a%00.md',
    'file:///%FF%zz',
    'no address',
    '',
    'vscode-vfs://x/a.md',
    `untitled:${'a'.repeat(5_000)}.md`,
  ],
  ...[
    'untitled:__proto__',
    'vscode-notebook-cell:a.md#1',
    'file',
    'command:evil',
    'untitled:\u0000\u001b[2J.md',
  ],
];

const texts = [
  ...[
    'a&nbsp;b\n',
    '',
    '\uFEFF# a\r\n\rb',
    '---\ntitle: "Q2 2024"\n---\n\n# Q3 2023\n',
    'a\0b\n',
    '😀\uD800漢&nbsp;\n',
  ],
  ...[
    '<!-- recaplint-disable x -->\n',
    '{"rules": {"no-nbsp": "',
    '> '.repeat(300),
    `${'word '.repeat(2_000)}\n`,
  ],
];

const positions = fc.record({
  line: fc.constantFrom(0, 1, 2, 7, -1, 0.5, 2 ** 31 - 1, 2 ** 53, 1e308),
  character: fc.constantFrom(0, 1, 2, 3, 9, -1, 1.5, 2 ** 31 - 1, 2 ** 53, 1e308),
});
const ranges = fc.record({ start: positions, end: positions });
const documents = fc.record({
  uri: fc.constantFrom(...uris),
  version: fc.constantFrom(1, 2, 9, 0, -3, 0.5, 2 ** 53),
});

const opened = documents.chain((document) =>
  fc.record({
    textDocument: fc
      .record({ languageId: fc.constantFrom('markdown', 'mdx', 'json', ''), text: fc.constantFrom(...texts) })
      .map((rest) => ({ ...document, ...rest })),
  }),
);
const changed = fc.record({
  textDocument: documents,
  contentChanges: fc.array(
    fc.oneof(
      fc.record({ text: fc.constantFrom(...texts) }),
      fc.record({ range: ranges, text: fc.constantFrom(...texts), rangeLength: fc.integer() }),
    ),
    { maxLength: 4 },
  ),
});
const asked = fc.record({
  textDocument: documents,
  position: positions,
  range: ranges,
  context: fc.record({
    diagnostics: fc.array(
      fc.record({ range: ranges, message: fc.string(), code: fc.constantFrom('no-nbsp', 5, null) }),
      {
        maxLength: 2,
      },
    ),
    only: fc.constantFrom(undefined, ['quickfix'], ['source.fixAll'], 'quickfix', [5]),
    triggerKind: fc.constantFrom(1, 2, 9),
  }),
  previousResultId: fc.constantFrom(undefined, '', 'x', 5),
  previousResultIds: fc.constant([]),
});
const files = fc.record({
  changes: fc.array(fc.record({ uri: fc.constantFrom(...uris), type: fc.constantFrom(1, 2, 3, 9) }), {
    maxLength: 3,
  }),
  files: fc.array(
    fc.record({
      uri: fc.constantFrom(...uris),
      oldUri: fc.constantFrom(...uris),
      newUri: fc.constantFrom(...uris),
    }),
    { maxLength: 3 },
  ),
  event: fc.record({
    added: fc.array(fc.record({ uri: fc.constantFrom(...uris) }), { maxLength: 2 }),
    removed: fc.array(fc.record({ uri: fc.constantFrom(...uris) }), { maxLength: 2 }),
  }),
});
const settings = fc.record({
  settings: fc.constantFrom(
    null,
    5,
    [],
    { recaplint: { parser: 'x', run: 'onSave' } },
    { recaplint: { __proto__x: 1 } },
  ),
});
const commanded = fc.record({
  command: fc.constantFrom(
    'recaplint.server.fixAll',
    'recaplint.server.timeline',
    'recaplint.server.series',
    'recaplint.server.newIssue',
    'x',
  ),
  arguments: fc.array(fc.oneof(fc.constantFrom(...uris), fc.constantFrom('2024-Q1', 'now', 5, null, {})), {
    maxLength: 3,
  }),
});
const resolved = fc.record({
  title: fc.string(),
  data: fc.record({ uri: fc.constantFrom(...uris), version: fc.constantFrom(1, 2), id: fc.string() }),
});

/** Methods with what they take, as an editor sends them or the other way round. */
const calls: readonly (readonly [methods: readonly string[], params: fc.Arbitrary<object>])[] = [
  [['textDocument/didOpen'], opened],
  [['textDocument/didChange'], changed],
  [['textDocument/didClose', 'textDocument/didSave'], asked],
  [
    [
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/codeAction',
      'textDocument/documentSymbol',
    ],
    asked,
  ],
  [
    ['textDocument/codeLens', 'textDocument/diagnostic', 'textDocument/definition', 'completionItem/resolve'],
    asked,
  ],
  [
    [
      'workspace/didChangeWatchedFiles',
      'workspace/didRenameFiles',
      'workspace/didCreateFiles',
      'workspace/didDeleteFiles',
      'workspace/didChangeWorkspaceFolders',
    ],
    files,
  ],
  [['workspace/didChangeConfiguration'], settings],
  [['workspace/executeCommand'], commanded],
  [['codeAction/resolve'], resolved],
  [
    [
      'initialize',
      'initialized',
      '$/setTrace',
      '$/cancelRequest',
      '$/progress',
      'constructor',
      '__proto__',
      '',
    ],
    fc.record({ id: fc.constantFrom(1, 'x', {}, null), value: fc.constantFrom('off', 5) }),
  ],
];

/** Values that stand where others should, as JSON text. */
const wrong = [
  ...['null', '5', '-1', '1e999', '0.5', '""', '"a"', '[]', '{}', '[null]', 'true', '"\\ud800"', '"\\u0000"'],
  ...[
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"length":1e9}',
    `"${'a'.repeat(10_000)}"`,
  ],
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
];

/** Takes a value of some JSON away, or puts a wrong one in its place. */
const mutations = fc.array(
  fc.record({ at: fc.nat(), value: fc.option(fc.constantFrom(...wrong), { freq: 4 }) }),
  { maxLength: 2 },
);

function mutated(value: unknown, { at, value: other }: { at: number; value: string | null }): unknown {
  const places: [parent: Record<string, unknown>, key: string][] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit((node as Record<string, unknown>)[key]);
    }
  };
  const root = { params: value };
  visit(root);
  const [parent, key] = places[at % places.length]!;
  if (other === null) delete parent[key];
  else parent[key] = `\u0001${other}\u0001`;
  return root.params;
}

/** JSON with the wrong values written as they are, also those that no writer of JSON writes. */
function textOf(message: object): string {
  return JSON.stringify({ jsonrpc: '2.0', ...message }).replace(
    /"\\u0001((?:[^"\\]|\\.)*)\\u0001"/g,
    (_, text: string) => JSON.parse(`"${text}"`),
  );
}

const call = fc.constantFrom(...calls).chain(([methods, params]) =>
  fc.record({
    method: fc.constantFrom(...methods),
    params,
    mutations,
    asRequest: sometimes(fc.boolean(), 6),
  }),
);

const isNotification = (method: string) => /\/did|^initialized$|^\$\/|^exit$/.test(method);

const junk = fc.constantFrom(
  '[]',
  '5',
  'null',
  '{}',
  '{a}',
  '',
  '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}',
  '{"id":77,"result":1}',
  '[{"jsonrpc":"2.0","id":1,"method":"x"}]',
  wrong.at(-1)!,
);

/** Messages whose frames are right, one after the other; requests have ids of their own. */
export const traffic: fc.Arbitrary<readonly Sent[]> = fc
  .array(fc.oneof({ weight: 12, arbitrary: call }, { weight: 1, arbitrary: junk }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) =>
    steps.map((step, index): Sent => {
      if (typeof step === 'string') return { json: step, id: null };
      const { method, mutations: all, asRequest } = step;
      const id =
        (asRequest ?? !isNotification(method)) ? (index % 3 === 0 ? `s${index}` : 1_000 + index) : null;
      const params = all.reduce<unknown>((value, one) => mutated(value, one), structuredClone(step.params));
      return { json: textOf({ ...(id !== null && { id }), method, params }), id };
    }),
  );

/** Bytes that no message is found in, or only perhaps. */
export const brokenFrames: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'Content-Length',
      ':',
      ' ',
      '2',
      '-5',
      '99999999999999999999',
      '1e3',
      '\r\n',
      '\r\n\r\n',
      '\n',
      '{}',
      'x',
      '\0',
      'Content-Type: a',
      '5000000',
      '😀',
      'a'.repeat(5_000),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));
