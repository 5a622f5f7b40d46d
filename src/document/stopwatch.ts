import type { Document } from './document.ts';

/**
 * Does some work and measures how long it takes, under a name. Work that is measured within it counts for its own name
 * alone. Where it gives a promise, until that is kept: nothing else may be done meanwhile. It comes from who has a clock.
 */
export type Stopwatch = <T>(part: string, work: () => T) => T;

const watches = new WeakMap<object, Stopwatch>();

/** What measures the parts of a document; undefined where nobody does, and for anything else. */
export function watchOf(subject: object): Stopwatch | undefined {
  return watches.get(subject);
}

type Lazy = Exclude<keyof Document, 'source' | 'path' | 'languages'>;

/** What each part of a document is called where time is told. */
const names: Readonly<Record<Lazy, string>> = {
  lines: 'lines',
  refusal: 'tree',
  tree: 'tree',
  templates: 'tree',
  frontMatter: 'front matter',
  headings: 'text',
  sections: 'text',
  prose: 'text',
  bareLinks: 'text',
  tags: 'text',
  textRanges: 'text',
  links: 'links',
  blocks: 'blocks',
  comments: 'comments',
  title: 'front matter',
  description: 'front matter',
};

/** What parts are made of: it is read before them, to be measured under its own name. */
const madeOf: Partial<Readonly<Record<Lazy, readonly Lazy[]>>> = {
  links: ['prose'],
  blocks: ['prose'],
  comments: ['frontMatter', 'prose'],
  title: ['frontMatter', 'prose'],
  description: ['frontMatter'],
};

/** The same document. Its parts, of which each is computed for the first that asks, are measured under names of their own. */
export function watched(document: Document, watch: Stopwatch): Document {
  const { source, path, languages } = document;
  const view = { source, path, languages } as Document;
  for (const [key, name] of Object.entries(names) as [Lazy, string][]) {
    const get = () => {
      for (const part of madeOf[key] ?? []) void view[part];
      const value = watch(name, () => document[key]);
      Object.defineProperty(view, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(view, key, { get, enumerable: true, configurable: true });
  }
  watches.set(view, watch);
  return view;
}
