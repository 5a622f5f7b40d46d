import type { Root } from 'mdast';
import { type LanguageCode, languagesOf } from '../calendar/languages.ts';
import { blocksOf } from './blocks.ts';
import { frontMatterComments, mdxComments } from './comments.ts';
import type { Document, Parse } from './document.ts';
import { descriptionKeys, type FrontMatterBlock, findFrontMatter, readFrontMatter } from './front-matter.ts';
import { readLinks } from './links.ts';
import type { MappedText } from './mapped-text.ts';
import { type Markup, markupOf } from './markup.ts';
import { memory, type Remembering } from './memo.ts';
import type {
  BareLink,
  Block,
  Comment,
  FrontMatter,
  Heading,
  Link,
  ProseBlock,
  Refusal,
  Section,
  Tag,
} from './model.ts';
import { type Outline, outlineOf } from './outline.ts';
import { OverTime } from './over-time.ts';
import { limits, preflight } from './preflight.ts';
import { type Site, syntaxesOf } from './sites.ts';
import { indexLines, type LineIndex, type Range } from './source.ts';
import { type Stopwatch, watched } from './stopwatch.ts';
import { findTemplates } from './templates.ts';
import { readText, type Text } from './text.ts';
import { emptyTree, parseTree } from './tree.ts';

/** What a document is made of. */
export interface DocumentInput {
  /** The whole text of the file, a BOM included. */
  readonly source: string;
  /** Relative to the root, with `/`; the file name may carry a period. */
  readonly path: string;
  /** The Markdown parser, such as `parseWithRemark`. */
  readonly parse: Parse;
  /** BCP 47 tag of the language that its periods are read in beside English, such as `de`. */
  readonly language?: string | null;
  /** The generator that makes its site; absent or null: told from its path and what stands in it. */
  readonly site?: Site | null;
  /** Measures what its parts cost; absent: nobody does. */
  readonly watch?: Stopwatch | undefined;
}

/** Makes the read-only view of a post that rules see. Does no work yet: each part is read when it is asked for. */
export function createDocument(input: DocumentInput): Document {
  const document = new LazyDocument(input);
  return input.watch ? watched(document, input.watch) : document;
}

interface Parsed {
  readonly tree: Root;
  readonly outline: Outline;
  readonly refusal: Refusal | null;
}

class LazyDocument implements Document, Remembering {
  readonly [memory]: Remembering[typeof memory] = new Map();
  readonly source: string;
  readonly path: string;
  readonly languages: readonly LanguageCode[];
  readonly #parse: Parse;
  readonly #site: Site | null;
  #lines?: LineIndex;
  #block?: FrontMatterBlock | null;
  #frontMatter?: FrontMatter | null;
  #parsed?: Parsed;
  #markup?: Markup;
  #isMdx = false;
  #text?: Text;
  #links?: readonly Link[];
  #comments?: readonly Comment[];
  #blocks?: readonly Block[];

  constructor({ source, path, parse, language = null, site = null }: DocumentInput) {
    this.source = source;
    this.path = path;
    this.#parse = parse;
    this.#site = site;
    this.languages = languagesOf(language);
  }

  get lines(): LineIndex {
    this.#lines ??= indexLines(this.source);
    return this.#lines;
  }

  get refusal(): Refusal | null {
    return this.#parsedOnce.refusal;
  }

  get frontMatter(): FrontMatter | null {
    if (this.#frontMatter === undefined) {
      const block = this.refusal ? null : this.#blockOnce;
      this.#frontMatter = block && readFrontMatter(this.source, block);
    }
    return this.#frontMatter;
  }

  get tree(): Root {
    return this.#parsedOnce.tree;
  }

  get headings(): readonly Heading[] {
    return this.#textOnce.headings;
  }

  get sections(): readonly Section[] {
    return this.#textOnce.sections;
  }

  get links(): readonly Link[] {
    this.#links ??= mergeByStart(
      readLinks(this.source, this.#parsedOnce.outline.links, this.#markupOnce),
      this.#textOnce.htmlLinks,
    );
    return this.#links;
  }

  get bareLinks(): readonly BareLink[] {
    return this.#textOnce.bareLinks;
  }

  get prose(): readonly ProseBlock[] {
    return this.#textOnce.prose;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= blocksOf(this.#parsedOnce.outline, this.#textOnce, this.#markupOnce);
    return this.#blocks;
  }

  get tags(): readonly Tag[] {
    return this.#textOnce.tags;
  }

  get textRanges(): readonly Range[] {
    return this.#textOnce.textRanges;
  }

  get comments(): readonly Comment[] {
    this.#comments ??= [
      ...frontMatterComments(this.source, this.frontMatter),
      ...mergeByStart(
        this.#textOnce.htmlComments,
        this.#isMdx ? mdxComments(this.source, this.templates) : [],
      ),
    ];
    return this.#comments;
  }

  get templates(): readonly Range[] {
    return this.refusal ? [] : this.#markupOnce.templates;
  }

  get title(): MappedText | null {
    const value = this.frontMatter?.get('title')?.value;
    if (value?.text) return value;
    return this.headings.find((heading) => heading.depth === 1) ?? null;
  }

  get description(): MappedText | null {
    for (const key of descriptionKeys) {
      const value = this.frontMatter?.get(key)?.value;
      if (value?.text) return value;
    }
    return null;
  }

  get #blockOnce(): FrontMatterBlock | null {
    if (this.#block === undefined) this.#block = findFrontMatter(this.source);
    return this.#block;
  }

  /** Not to be asked before the limits are checked. */
  get #markupOnce(): Markup {
    if (!this.#markup) {
      const from = this.#blockOnce?.range.end ?? (this.source.charCodeAt(0) === 0xfeff ? 1 : 0);
      const syntaxes = syntaxesOf(this.#site, this.path, this.source, from);
      this.#isMdx = syntaxes.has('mdx');
      this.#markup = markupOf(this.source, findTemplates(this.source, from, syntaxes));
    }
    return this.#markup;
  }

  get #parsedOnce(): Parsed {
    this.#parsed ??= this.#parseOnce();
    return this.#parsed;
  }

  #parseOnce(): Parsed {
    const refused = preflight(this.source, this.#parse.sizeLimit) ?? this.#frontMatterRefusal();
    if (refused) {
      this.#markup = markupOf(this.source, []);
      return refusedParse(refused);
    }
    let tree: Root;
    try {
      tree = parseTree(this.source, this.#markupOnce.text, this.#blockOnce, this.lines, this.#parse);
    } catch (error) {
      // Neither parser is known to throw below the limits; if one does, the post counts as too deep for it.
      return refusedParse(error instanceof OverTime ? tooSlow(error, this.source) : tooDeep(this.source));
    }
    const outline = outlineOf(tree);
    return outline.tooDeep ? refusedParse(tooDeep(this.source)) : { tree, outline, refusal: null };
  }

  #frontMatterRefusal(): Refusal | null {
    const block = this.#blockOnce;
    const length = block ? block.content.end - block.content.start : 0;
    if (!block || length <= limits['front matter']) return null;
    return { limit: 'front matter', value: length, most: limits['front matter'], range: block.range };
  }

  get #textOnce(): Text {
    this.#text ??= readText(this.source, this.#parsedOnce.outline, this.#markupOnce);
    return this.#text;
  }
}

function refusedParse(refusal: Refusal): Parsed {
  const tree = emptyTree();
  return { tree, outline: outlineOf(tree), refusal };
}

function tooDeep(source: string): Refusal {
  const range = { start: 0, end: source.length };
  return { limit: 'nesting', value: limits.nesting + 1, most: limits.nesting, range };
}

function tooSlow({ seconds }: OverTime, source: string): Refusal {
  return { limit: 'time', value: seconds, most: seconds, range: { start: 0, end: source.length } };
}

function mergeByStart<T extends { range: Range }>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (b.length === 0) return a;
  return [...a, ...b].sort((x, y) => x.range.start - y.range.start);
}
