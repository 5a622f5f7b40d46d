import type { MappedText } from './mapped-text.ts';
import type { Link } from './model.ts';

/** A target as it is written. */
export type Target = Pick<Link, 'url' | 'urlRange' | 'dynamic'>;

/**
 * A link whose text is read when it is first asked for. A class, because object literals with getters share no shape:
 * whatever looks at the links of a post would pay for that.
 */
export class LazyLink implements Link {
  readonly kind: Link['kind'];
  readonly range: Link['range'];
  readonly url: string;
  readonly urlRange: Link['urlRange'];
  readonly textRange: Link['textRange'];
  readonly dynamic: boolean;
  readonly #readText: () => MappedText;
  #text?: MappedText;

  constructor(
    kind: Link['kind'],
    range: Link['range'],
    { url, urlRange, dynamic }: Target,
    textRange: Link['textRange'],
    readText: () => MappedText,
  ) {
    this.kind = kind;
    this.range = range;
    this.url = url;
    this.urlRange = urlRange;
    this.textRange = textRange;
    this.dynamic = dynamic;
    this.#readText = readText;
  }

  get text(): MappedText {
    this.#text ??= this.#readText();
    return this.#text;
  }
}
