import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { yamlOptions } from '../config/yaml.ts';
import type { ConfigPlace } from './config-place.ts';

/** Written where the caret stands, so that something stands there: a character that nobody uses. */
const mark = '\uE000';

/** Where a caret stands in YAML, also while it is half typed; null where nothing can be written. */
export function yamlPlace(text: string, offset: number): ConfigPlace | null {
  if (text.includes(mark)) return null;
  // Before other keys, a word without its colon would be read as the beginning of the next one.
  const found = find(text, offset, mark) ?? find(text, offset, `${mark}:`);
  if (!found) return null;
  const { scalar, ancestors, isKey } = found;
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : '';
  const start = scalar.range![0] + quote.length;
  const end = Math.max(offset, scalar.range![1] - mark.length - quote.length);
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return {
    path: pathOf(ancestors, scalar, isKey),
    part: isKey ? 'key' : /^[ \t]*(?:- +)?$/.test(lead) ? 'first' : 'value',
    range: { start, end },
    quote,
    isOpen: false,
    hasColon: /^["']?[ \t]*:/.test(text.slice(end, end + 100)),
    written: writtenBeside(ancestors, scalar, isKey),
  };
}

interface Found {
  readonly scalar: Scalar;
  readonly ancestors: readonly unknown[];
  readonly isKey: boolean;
}

/** The key or value of one line that holds the mark. */
function find(text: string, offset: number, written: string): Found | null {
  const marked = text.slice(0, offset) + written + text.slice(offset);
  let found: Found | null = null;
  visit(parseDocument(marked, yamlOptions) as Document<Node>, {
    Scalar(key, scalar, ancestors) {
      if (!String(scalar.value).includes(mark) || !scalar.range) return undefined;
      const isPlain = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'].includes(scalar.type ?? '');
      const isOneLine = !/[\r\n]/.test(marked.slice(scalar.range[0], scalar.range[1]));
      if (isPlain && isOneLine) found = { scalar, ancestors: [...ancestors], isKey: key === 'key' };
      return visit.BREAK;
    },
  });
  return found;
}

/** @param isKey the path is that of the group around the key */
function pathOf(ancestors: readonly unknown[], scalar: Scalar, isKey: boolean): (string | number)[] {
  const nodes = isKey ? ancestors.slice(0, -1) : ancestors;
  return nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : ''];
    return isSeq(node) ? [node.items.indexOf(ancestors[index + 1] ?? scalar)] : [];
  });
}

function writtenBeside(ancestors: readonly unknown[], scalar: Scalar, isKey: boolean): Set<string> {
  const around = ancestors.at(isKey ? -2 : -1);
  const texts = isMap(around) ? around.items.map(({ key }) => key) : isSeq(around) ? around.items : [];
  return new Set(texts.flatMap((node) => (isScalar(node) && node !== scalar ? [String(node.value)] : [])));
}
