import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

export type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** Parses a page; what HTML's grammar has against it comes beside the tree. */
export function parsePage(html: string): { readonly page: Node; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const page = parse(html, {
    onParseError: ({ code, startLine, startCol }) => errors.push(`${startLine}:${startCol} ${code}`),
  });
  return { page, errors };
}

/** The elements below a node that fit, in the order of the page. */
export function elementsOf(node: Node, fits: (element: Element) => boolean): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => {
    const below = elementsOf(child, fits);
    return defaultTreeAdapter.isElementNode(child) && fits(child) ? [child, ...below] : below;
  });
}

export function withTag(tag: string): (element: Element) => boolean {
  return ({ tagName }) => tagName === tag;
}

export function withClass(name: string): (element: Element) => boolean {
  return (element) => (attribute(element, 'class') ?? '').split(' ').includes(name);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
