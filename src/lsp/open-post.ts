import type { Document, Parse } from '../document/document.ts';
import type { Finding } from '../engine/finding.ts';
import type { PlacedPost } from '../project/session.ts';
import type { Series } from '../series/facts.ts';

/**
 * A post as it stands in an editor, linted: what the features are asked about. They answer in offsets of its text, and
 * know nothing of the protocol.
 */
export interface OpenPost {
  readonly uri: string;
  /** Of the text, as the editor counts. */
  readonly version: number;
  readonly document: Document;
  readonly placed: PlacedPost;
  /** All that was found in this text, with what its series adds; in order. */
  readonly findings: readonly Finding[];
  /** What each rule that looks at single posts found, suppressed or not. */
  readonly found: ReadonlyMap<string, readonly Finding[]>;
  /** The posts that it was held against; null where it stands alone, or where they are not read yet. */
  readonly series: Series | null;
  readonly parse: Parse;
}
