import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type ConfigSource, type KeyPath, SourceBuilder } from './source.ts';

// The library's defaults take minutes for some inputs of a kilobyte: no merging, no unique-key check, no
// pretty errors, and the nodes are walked here instead of converted.
export const yamlOptions = {
  schema: 'core',
  version: '1.2',
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Reads YAML 1.2 of plain values: no anchors, aliases or tags of its own. */
export function readYaml(file: string, text: string): ConfigSource {
  const builder = new SourceBuilder(file, text);
  const document = parseDocument(text, yamlOptions);
  for (const error of document.errors.slice(0, 1)) {
    const isTooDeep = error.message.startsWith('Maximum call stack');
    const message = isTooDeep ? 'This is nested too deeply.' : `This is no valid YAML: ${error.message}.`;
    builder.problem(error.pos[0], message);
  }
  const empty = document.contents === null;
  return builder.finish(empty ? Object.create(null) : dataOf(document.contents as Node, [], builder));
}

function dataOf(node: Node | null, path: KeyPath, builder: SourceBuilder): unknown {
  const offset = node?.range?.[0];
  if (offset !== undefined && !builder.valueAt(path, offset)) return null;
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, index) => dataOf(item as Node, [...path, index], builder));
  if (isMap(node)) return mapOf(node.items as { key: Node; value: Node | null }[], path, builder);
  if (isAlias(node)) builder.problem(offset ?? 0, 'Aliases (`*name`) are not read: write the value out.');
  return null;
}

function mapOf(
  items: readonly { key: Node; value: Node | null }[],
  path: KeyPath,
  builder: SourceBuilder,
): object {
  const data = Object.create(null);
  for (const { key, value } of items) {
    const offset = key.range?.[0] ?? 0;
    if (!isScalar(key)) {
      builder.problem(offset, 'A key must be plain text.');
      continue;
    }
    const name = String(key.value);
    builder.keyAt([...path, name], offset);
    data[name] = dataOf(value, [...path, name], builder);
  }
  return data;
}
