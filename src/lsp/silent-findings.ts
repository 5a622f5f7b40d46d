import type { Document } from '../document/document.ts';
import type { Finding } from '../engine/finding.ts';
import { lint } from '../engine/lint.ts';
import type { OpenPost } from './open-post.ts';

const known = new WeakMap<Document, readonly Finding[]>();

// UTF-16 units. A longer post is not linted once more for the order of a list.
const longest = 300_000;

/**
 * What is found in a post with its suppression comments left out: one that names no rule yet silences all of them, while it
 * is written.
 */
export function findingsBehindComments(post: OpenPost): readonly Finding[] {
  const { document, placed, series } = post;
  if (document.source.length > longest) return post.findings;
  const { settings } = placed.resolved;
  const findings =
    known.get(document) ??
    lint(document, { ...settings, inlineConfig: false }, { series, files: placed.files }).findings;
  known.set(document, findings);
  return findings;
}
