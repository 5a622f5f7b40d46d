import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type ConfigSource, type KeyPath, SourceBuilder } from './source.ts';

/** Reads JSON with comments and trailing commas. */
export function readJson(file: string, text: string): ConfigSource {
  const builder = new SourceBuilder(file, text);
  return builder.finish(readTree(text, builder));
}

/** Reads the entry `recaplint` of a `package.json`; null where it has none. */
export function readPackageJson(file: string, text: string): ConfigSource | null {
  const builder = new SourceBuilder(file, text);
  const value = readTree(text, builder);
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject || !('recaplint' in value)) return null;
  return builder.finish(value.recaplint, ['recaplint']);
}

function readTree(text: string, builder: SourceBuilder): unknown {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors.slice(0, 1)) {
    builder.problem(offset, `This is no valid JSON: ${spaced(printParseErrorCode(error))}.`);
  }
  return tree && dataOf(tree, [], builder);
}

/** `PropertyNameExpected` → `property name expected`. */
function spaced(code: string): string {
  return code.replace(/\B[A-Z]/g, ' $&').toLowerCase();
}

function dataOf(node: Node, path: KeyPath, builder: SourceBuilder): unknown {
  if (!builder.valueAt(path, node.offset)) return null;
  if (node.type === 'array') {
    return (node.children ?? []).map((item, index) => dataOf(item, [...path, index], builder));
  }
  if (node.type !== 'object') return node.value;
  const data = Object.create(null);
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (!key || !value) continue;
    builder.keyAt([...path, key.value], key.offset);
    data[key.value] = dataOf(value, [...path, key.value], builder);
  }
  return data;
}
