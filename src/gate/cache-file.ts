import * as z from 'zod/mini';
import type { LintRecord } from '../engine/finding.ts';
import { readFacts, writeFacts } from '../series/written-facts.ts';
import type { Asked } from './asked.ts';
import { digest } from './digest.ts';
import { liesWithin, outcomeSchema, readOutcome, writeOutcome } from './written-outcome.ts';

/** What linting a post by itself gave, without its text, and what of its surroundings that depends on. */
export interface CacheEntry {
  readonly record: Omit<LintRecord, 'text'>;
  readonly asked: readonly Asked[];
}

const entrySchema = z.strictObject({
  outcome: outcomeSchema,
  asked: z.array(z.strictObject({ question: z.enum(['has', 'list']), path: z.string(), answer: z.string() })),
});

/**
 * Writes an entry as one line: path, key, a checksum, what was found, facts. Between them are tabs, which JSON has none
 * of. The path and the key can be read without the rest.
 */
export function writeEntry(path: string, key: string, { record, asked }: CacheEntry): string {
  const { facts, ...outcome } = record;
  const content = `${JSON.stringify({ outcome: writeOutcome(outcome), asked })}\t${facts ? writeFacts(facts) : ''}`;
  return [JSON.stringify(path), key, digest(path, key, content), content].join('\t');
}

/** The path of a line and its key; null where it is no entry. */
export function headOf(line: string): { readonly path: string; readonly key: string } | null {
  const [path, key] = line.split('\t', 2);
  if (!path || !key) return null;
  try {
    return { path: String(JSON.parse(path)), key };
  } catch {
    return null;
  }
}

/**
 * What {@link writeEntry} has written; null where a character of it is another one, and where it is no entry for a text of
 * that length, though its checksum be right.
 */
export function readEntry(line: string, length: number): CacheEntry | null {
  const head = headOf(line);
  const [, , checksum, written, facts] = line.split('\t');
  if (!head || written === undefined || facts === undefined) return null;
  if (digest(head.path, head.key, `${written}\t${facts}`) !== checksum) return null;
  try {
    const { outcome, asked } = z.parse(entrySchema, JSON.parse(written));
    const kept = readOutcome(outcome);
    if (!liesWithin(kept, length)) return null;
    return { record: { ...kept, facts: facts === '' ? null : readFacts(facts) }, asked };
  } catch {
    return null;
  }
}
