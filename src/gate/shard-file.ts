import * as z from 'zod/mini';
import { sites } from '../document/sites.ts';
import type { LintRecord } from '../engine/finding.ts';
import type { PostSettings } from '../engine/settings.ts';
import type { PostFacts } from '../series/facts.ts';
import { readFacts, writeFacts } from '../series/written-facts.ts';
import { digest } from './digest.ts';
import { mostShards } from './most-shards.ts';
import { liesWithin, outcomeSchema, readOutcome, writeOutcome } from './written-outcome.ts';

/** Which part of which run a file holds. */
export interface ShardHeader {
  /** Version of recaplint that wrote it: parts of two versions do not go together. */
  readonly recaplint: string;
  /** From 1 to `of`. */
  readonly shard: number;
  readonly of: number;
  /** The arguments that decide what is found. */
  readonly command: readonly string[];
  /** How many posts the whole run has. */
  readonly posts: number;
  /** Whether something could not be read or configured. */
  readonly failed: boolean;
}

/** Where a post stands. Paths are relative to the repository, else to the folder that the run was started in, with `/`. */
export interface ShardPlace {
  readonly path: string;
  readonly root: string;
  /** Its configuration; null where it has none. */
  readonly config: string | null;
}

/** What of a post's settings is asked for after it was linted by itself: the schema of its front matter is not. */
export interface ShardSettings {
  readonly rules: readonly {
    readonly id: string;
    readonly severity: 'error' | 'warn';
    readonly options: object;
  }[];
  readonly post: Omit<PostSettings, 'schema'>;
}

/** A post that was linted. */
export interface ShardPost extends ShardPlace {
  readonly settings: ShardSettings;
  readonly record: LintRecord;
}

/** A post that others are compared with. */
export interface ShardCompanion extends ShardPlace {
  readonly facts: PostFacts;
}

/** A part of a run: what its posts gave by themselves, and what their series are to be told from. */
export interface Shard {
  readonly header: ShardHeader;
  readonly posts: readonly ShardPost[];
  readonly beside: readonly ShardCompanion[];
}

/** Writes a part of a run as JSON, an object a line: the header, and posts, each with its facts behind it. */
export function writeShard({ header, posts, beside }: Shard): string {
  const settings = [...new Set(posts.map((post) => post.settings))];
  const numbers = new Map(settings.map((one, index) => [one, index]));
  return [
    { ...header, settings },
    ...posts.flatMap((post) => postLines(post, numbers.get(post.settings)!)),
    ...beside.flatMap(({ facts, ...place }) => [{ ...place, beside: true }, writeFacts(facts)]),
  ]
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
}

/** Adds the last line of a part, by which damage is noticed. @param body what {@link writeShard} gave */
export function sealed(body: string): string {
  return `${body}${JSON.stringify({ end: digest(body) })}\n`;
}

function postLines({ path, root, config, record }: ShardPost, settings: number): (object | string)[] {
  const { text, facts, ...outcome } = record;
  const line = { path, root, config, settings, text, outcome: writeOutcome(outcome), facts: facts !== null };
  return facts === null ? [line] : [line, writeFacts(facts)];
}

const month = z.int().check(z.minimum(1), z.maximum(12));
const days = z.nullable(z.number());
const postSettings = z.strictObject({
  series: z.nullable(z.string()),
  title: z.nullable(z.string()),
  path: z.nullable(z.string()),
  cadence: z.nullable(z.enum(['week', 'month', 'quarter', 'half', 'year'])),
  looks: z.nullable(z.enum(['back', 'ahead'])),
  startMonth: z.nullable(month),
  yearNamedAfter: z.nullable(z.enum(['begin', 'end'])),
  language: z.nullable(z.string()),
  site: z.nullable(z.enum(sites)),
  window: z.nullable(z.strictObject({ opens: days, closes: days })),
  sections: z.array(
    z.strictObject({ name: z.string(), aliases: z.array(z.string()), optional: z.boolean() }),
  ),
  ordered: z.boolean(),
  terms: z.array(z.strictObject({ term: z.string(), variants: z.array(z.string()), anyCase: z.boolean() })),
});
const settingsSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.enum(['error', 'warn']),
      options: z.record(z.string(), z.unknown()),
    }),
  ),
  post: postSettings,
});
const headerSchema = z.strictObject({
  recaplint: z.string(),
  shard: z.int().check(z.minimum(1)),
  of: z.int().check(z.minimum(1), z.maximum(mostShards)),
  command: z.array(z.string()),
  posts: z.int(),
  failed: z.boolean(),
  settings: z.array(settingsSchema),
});
const place = { path: z.string(), root: z.string(), config: z.nullable(z.string()) };
const postSchema = z.strictObject({
  ...place,
  settings: z.int(),
  text: z.string(),
  outcome: outcomeSchema,
  facts: z.boolean(),
});
const companionSchema = z.strictObject({ ...place, beside: z.literal(true) });
const endSchema = z.strictObject({ end: z.string() });

/**
 * Reads what {@link writeShard} and {@link sealed} have written.
 *
 * @param version of the recaplint that reads
 * @throws Error with a sentence that says what is wrong with the file
 */
export function readShard(text: string, version: string): Shard {
  const lines = text.split('\n');
  const { settings, ...header } = readHeader(lines[0]!, version);
  const end = z.safeParse(endSchema, parsed(lines.at(-2) ?? ''));
  if (!end.success || lines.at(-1) !== '') throw new Error('its end is missing');
  if (end.data.end !== digest(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)))
    throw new Error('it is damaged');
  const posts: ShardPost[] = [];
  const beside: ShardCompanion[] = [];
  for (let index = 1; index < lines.length - 2; index++) {
    const value = parsed(lines[index]!);
    const companion = z.safeParse(companionSchema, value);
    const post = z.safeParse(postSchema, value);
    if (companion.success) {
      const { beside: _, ...where } = companion.data;
      beside.push({ ...where, facts: factsAt(lines, ++index) });
    } else if (post.success && settings[post.data.settings] && isAbout(post.data)) {
      const facts = post.data.facts ? factsAt(lines, index + 1) : null;
      if (facts) index++;
      posts.push(postOf(post.data, settings[post.data.settings]!, facts));
    } else {
      throw new Error(`it is damaged in line ${index + 1}`);
    }
  }
  return { header, posts, beside };
}

function readHeader(line: string, version: string): ShardHeader & { settings: readonly ShardSettings[] } {
  const value = parsed(line);
  const written = (value as { recaplint?: unknown } | null)?.recaplint;
  if (typeof written !== 'string') throw new Error('it holds no part of a run that `--shard` has written');
  if (written !== version)
    throw new Error(`recaplint ${written} has written it, and this is ${version}: use one version for all`);
  const header = z.safeParse(headerSchema, value);
  if (!header.success || header.data.shard > header.data.of) throw new Error('it is damaged in line 1');
  return header.data;
}

function isAbout({ outcome, text }: z.infer<typeof postSchema>): boolean {
  return liesWithin(readOutcome(outcome), text.length);
}

function postOf(
  data: z.infer<typeof postSchema>,
  settings: ShardSettings,
  facts: PostFacts | null,
): ShardPost {
  const { path, root, config, text, outcome } = data;
  return { path, root, config, settings, record: { ...readOutcome(outcome), text, facts } };
}

function factsAt(lines: readonly string[], index: number): PostFacts {
  try {
    return readFacts(lines[index] ?? '');
  } catch {
    throw new Error(`it is damaged in line ${index + 1}`);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
