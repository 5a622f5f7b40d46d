import type { EvidenceSource } from '../calendar/subject.ts';
import type { SpellingCounts } from '../document/spelling.ts';
import {
  type Codec,
  countPairs,
  counts,
  type Fields,
  flag,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  placed,
  text,
} from './codec.ts';
import {
  factsVersion,
  type KeyFact,
  type PathPattern,
  type PeriodFact,
  type Placed,
  type PostFacts,
  type PreviousFact,
  type SectionFact,
  type SentenceCount,
  type SentenceFact,
  type SentenceTime,
  type StatedPart,
  type SuppressedRange,
  type UnmetPattern,
} from './facts.ts';

const placedText = placed<Placed<string>>({ value: text });
const placedNumber = placed<Placed<number>>({ value: integer });
const period = object<PeriodFact>({
  name: text,
  first: integer,
  last: integer,
  source: text as Codec<string> as Codec<EvidenceSource>,
});
const suppressed: Codec<SuppressedRange> = object({
  start: integer,
  end: integer,
  rules: nullable(list(text)),
});

const time = object<SentenceTime>({ value: text, first: integer, last: integer, aside: optional(flag) });
const count = object<SentenceCount>({ kind: oneOf('count', 'place'), value: text, days: integer });

/** How each fact is written, under its name and in this order. */
const fields: Fields<PostFacts> = {
  version: {
    write: (version) => version,
    read(written) {
      if (written !== factsVersion) throw new Error('another version');
      return factsVersion;
    },
  },
  path: text,
  pathPattern: object<PathPattern>({ folder: text, name: text }),
  series: nullable(text),
  stated: list(oneOf<StatedPart>('sections', 'title', 'path', 'keys')),
  unmet: list(placed<UnmetPattern>({ value: text, part: oneOf('title', 'path') })),
  period: nullable(placed<Placed<PeriodFact>>({ value: period })),
  date: nullable(placedNumber),
  stamp: nullable(placedText),
  title: nullable(placedText),
  titlePattern: text,
  description: nullable(placedText),
  undescribed: list(text),
  number: nullable(placedNumber),
  sections: list(placed<SectionFact>({ value: text, depth: integer })),
  keys: list(
    placed<KeyFact>({
      value: text,
      kind: oneOf('string', 'number', 'boolean', 'null', 'list', 'map'),
      empty: flag,
      values: list(text),
    }),
  ),
  tags: list(placedText),
  byline: nullable(placedText),
  sentences: list(
    placed<SentenceFact>({ value: text, specifics: text, times: list(time), count: optional(count) }),
  ),
  previous: list(placed<PreviousFact>({ value: text, url: text })),
  pause: flag,
  links: list(placedText),
  featured: list(integer),
  names: counts,
  terms: counts,
  spellings: countPairs as Codec<SpellingCounts>,
  noBreakSpaces: integer,
  suppressed: list(suppressed),
};

const whole = object(fields);

/** The facts of a post as one line of JSON. */
export function writeFacts(facts: PostFacts): string {
  return JSON.stringify(whole.write(facts));
}

/**
 * Reads a line that {@link writeFacts} has made.
 *
 * @throws Error with a sentence that says what is wrong with the line
 */
export function readFacts(line: string): PostFacts {
  const written = parsed(line);
  const version = written?.version;
  if (!Number.isSafeInteger(version))
    throw new Error('holds no facts: the file must hold what `recaplint facts` prints');
  if (version !== factsVersion) {
    throw new Error(
      `holds facts of version ${version}; this recaplint reads version ${factsVersion}: make them anew`,
    );
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, { read }]) => {
      try {
        return [name, read(written![name])];
      } catch {
        throw new Error(`is damaged at \`${name}\`: make the facts anew`);
      }
    }),
  ) as unknown as PostFacts;
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error('is no JSON: the file must hold what `recaplint facts` prints');
  }
}
