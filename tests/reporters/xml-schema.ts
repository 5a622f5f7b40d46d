import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { root } from '../e2e/run.ts';

/** An element as a parser sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of the element and of those in it. */
  readonly text: string;
  readonly children: readonly Element[];
}

/**
 * Parses XML, and holds it to a schema of `tests/schemas` where one is named.
 *
 * @throws XmlParseError, XmlValidateError
 */
export function parseXml(xml: string, schema?: string): Element {
  const document = XmlDocument.fromBuffer(Buffer.from(xml));
  try {
    if (schema !== undefined) validate(document, schema);
    return elementOf(document.root);
  } finally {
    document.dispose();
  }
}

function validate(document: XmlDocument, schema: string): void {
  const xsd = XmlDocument.fromBuffer(readFileSync(join(root, 'tests', 'schemas', schema)));
  const validator = XsdValidator.fromDoc(xsd);
  try {
    validator.validate(document);
  } finally {
    validator.dispose();
    xsd.dispose();
  }
}

function elementOf(element: XmlElement): Element {
  const children: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.next)
    if ('attrs' in node) children.push(elementOf(node as XmlElement));
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  return { name: element.name, attributes, text: element.content, children };
}
