import * as z from 'zod/mini';
import { factsVersion, type PostFacts } from '../series/facts.ts';
import { decode } from './decode.ts';
import { readBytes } from './read.ts';

const range = z.object({ start: z.int(), end: z.int() });
const placedText = z.looseObject({ value: z.string(), range });
const list = z.array(placedText);

// What the rules read; what a newer version adds beside it does no harm.
const factsSchema = z.looseObject({
  version: z.literal(factsVersion),
  path: z.string(),
  pathPattern: z.object({ folder: z.string(), name: z.string() }),
  series: z.nullable(z.string()),
  stated: z.array(z.string()),
  unmet: z.array(z.looseObject({ part: z.string(), pattern: z.string(), range })),
  title: z.nullable(placedText),
  titlePattern: z.string(),
  description: z.nullable(placedText),
  undescribed: z.array(z.string()),
  period: z.nullable(
    z.object({ value: z.looseObject({ name: z.string(), first: z.int(), last: z.int() }), range }),
  ),
  date: z.nullable(z.looseObject({ value: z.int(), range })),
  stamp: z.nullable(placedText),
  number: z.nullable(z.looseObject({ value: z.int(), range })),
  sections: list,
  keys: z.array(z.looseObject({ value: z.string(), range, kind: z.string(), values: z.array(z.string()) })),
  tags: list,
  byline: z.nullable(placedText),
  sentences: z.array(
    z.looseObject({
      value: z.string(),
      specifics: z.string(),
      times: z.array(z.looseObject({ value: z.string(), first: z.int(), last: z.int() })),
      count: z.optional(z.looseObject({ kind: z.string(), value: z.string(), days: z.number() })),
      range,
    }),
  ),
  previous: list,
  links: list,
  featured: z.array(z.int()),
  names: z.record(z.string(), z.int()),
  spellings: z.record(z.string(), z.unknown()),
  noBreakSpaces: z.int(),
  suppressed: z.array(z.looseObject({ start: z.int(), end: z.int() })),
});

/**
 * Reads facts that `recaplint facts` has written, one post a line.
 *
 * @throws Error with a sentence that names the line, where the file cannot be read or holds something else
 */
export function readFactsFile(file: string): PostFacts[] {
  const { text, problem } = decode(readBytes(file));
  if (problem) throw new Error(problem.message);
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
}

function readLine(line: string, number: number): PostFacts {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`line ${number} is no JSON: the file must hold what \`recaplint facts\` prints`);
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (version !== factsVersion) {
    throw new Error(
      `line ${number} holds facts of version ${version}; this recaplint reads version ${factsVersion}: make them anew`,
    );
  }
  const read = factsSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`line ${number} is damaged at \`${issue!.path.join('.')}\`: make the facts anew`);
  }
  return value as PostFacts;
}
