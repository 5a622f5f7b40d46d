import * as z from 'zod/mini';
import { sites } from '../document/sites.ts';
import { placeholders, unknownPlaceholder } from '../series/naming.ts';
import { didYouMean } from './nearest.ts';

/** What a rule's severity may be set to. */
export const levels = ['off', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

const text = z.string().check(z.minLength(1));
const globs = z.array(text);
const level = z.enum(levels);

/** A rule's entry under `rules`: its level, or its level with its options. */
const ruleSetting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])]);
/** A rule's entry under `rules`: its level, or its level with its options. */
export type RuleSetting = z.infer<typeof ruleSetting>;

const rules = z
  .record(z.string(), ruleSetting)
  .check(z.describe('Levels of rules by id: "off", "warn", "error", or [level, {options}].'));

const section = z.union([
  text,
  z.strictObject({
    name: text,
    aliases: z
      .optional(z.array(text).check(z.maxLength(20)))
      .check(z.describe('Other names under which it is accepted.')),
    optional: z.optional(z.boolean()).check(z.describe('Whether a post may do without it.')),
  }),
]);

const schemaFile = z
  .optional(text)
  .check(
    z.describe(
      "JSON Schema of the posts' front matter: a file (.json, .yaml), by a path relative to this file.",
    ),
  );

/** A pattern of titles or file names. Each costs its length times that of the title, so a hostile file's must be short. */
const naming = (description: string) =>
  z.optional(
    text.check(
      z.maxLength(200),
      z.refine((pattern) => unknownPlaceholder(pattern) === null, {
        error: ({ input }) => placeholderFault(unknownPlaceholder(String(input)) ?? ''),
      }),
      z.describe(description),
    ),
  );

function placeholderFault(name: string): string {
  const hint = didYouMean(name, placeholders).replace(/"(.*)"/, '"{$1}"');
  const all = placeholders.map((known) => `{${known}}`).join(', ');
  return `holds {${name}}, which stands for nothing.${hint || ` It may hold: ${all}.`}`;
}

const series = z.strictObject({
  name: text.check(z.describe('What the series is called in messages.')),
  files: globs.check(z.describe("Globs of its posts, relative to this file's folder.")),
  title: naming('How its posts are titled, such as "Q{quarter} {year} Recap from {author}".'),
  path: naming(
    'What the files of its posts are called, without the ending, such as "q{quarter}-{year}-recap".',
  ),
  cadence: z
    .optional(z.enum(['week', 'month', 'quarter', 'half', 'year']))
    .check(z.describe('The period that one post reports on.')),
  looks: z
    .optional(z.enum(['back', 'ahead']))
    .check(z.describe('Whether posts report on their period or plan it.')),
  calendar: z.optional(
    z.strictObject({
      startMonth: z
        .int()
        .check(z.gte(1), z.lte(12), z.describe('Month in which the first quarter of the year starts.')),
      namedAfter: z
        .optional(z.enum(['begin', 'end']))
        .check(z.describe('Whether such a year is named after the one it begins in (default) or ends in.')),
    }),
  ),
  language: z
    .optional(text)
    .check(z.describe('Language that periods are read in beside English, such as "de".')),
  window: z.optional(
    z
      .strictObject({
        opens: z
          ._default(z.nullable(z.int()), null)
          .check(z.describe('First day on which a post may be dated; null: no limit.')),
        closes: z
          ._default(z.nullable(z.int()), null)
          .check(z.describe('Last day on which a post may be dated; null: no limit.')),
      })
      .check(
        z.refine(({ opens, closes }) => opens === null || closes === null || opens <= closes, {
          error: 'closes before it opens, so that no date is right.',
        }),
        z.describe("When posts are published, in days from their period's last day."),
      ),
  ),
  // Each is compared with each heading of a post, so a hostile file must not name too many.
  sections: z.optional(z.array(section).check(z.maxLength(100))).check(z.describe('The sections of a post.')),
  ordered: z.optional(z.boolean()).check(z.describe('Whether the sections come in this order.')),
  schema: schemaFile,
});
export type SeriesSetting = z.infer<typeof series>;

// All of them are looked for in every text, so a hostile file must not name too many.
const terms = z.record(text, z.union([z.literal(true), z.array(text).check(z.maxLength(20))])).check(
  z.refine((value) => Object.keys(value).length <= 500, { error: 'has more than 500 terms.' }),
  z.describe(
    'Terms as they are to be written, each with the spellings that are not, or `true` for every other use of capitals.',
  ),
);

/** Where a pattern is searched for. */
export const patternPlaces = [
  'prose',
  'title',
  'headings',
  'links',
  'addresses',
  'tags',
  'front matter',
  'source',
] as const;

const namesOrOne = z.union([text, z.array(text).check(z.minLength(1), z.maxLength(20))]);

const pattern = z.strictObject({
  name: text.check(
    z.refine((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name), {
      error: 'may hold small letters, digits and single hyphens alone.',
    }),
    z.describe('What it is called: its findings are `patterns/` and this name.'),
  ),
  pattern: text.check(
    z.describe(
      'A regular expression; its first group, where it has one and nothing is replaced, is what is reported.',
    ),
  ),
  except: z
    .optional(text)
    .check(z.describe('A regular expression: what it matches in what was found is right.')),
  message: text.check(
    z.describe(
      'What is said of it; `{match}` stands for what was found, `{replacement}` for what is written instead.',
    ),
  ),
  in: z
    .optional(z.enum(patternPlaces))
    .check(
      z.describe(
        'What is searched: "prose" (default), the "title", "headings", texts of "links", "addresses", names of HTML "tags", values of the "front matter", or each line of the "source".',
      ),
    ),
  section: z
    .optional(namesOrOne)
    .check(z.describe('Names of sections: what stands below their headings is searched alone.')),
  key: z
    .optional(namesOrOne)
    .check(
      z.describe(
        'Keys of the front matter whose values are searched instead of prose; "author.name" for one inside another.',
      ),
    ),
  // It is held against its own pattern, and written at each of a thousand matches.
  replace: z
    .optional(z.string().check(z.maxLength(200)))
    .check(
      z.describe(
        'What is written in the place of the match: "$1" stands for its first group, "$&" for all of it, "$$" for a dollar sign.',
      ),
    ),
  fix: z
    .optional(z.enum(['safe', 'unsafe']))
    .check(
      z.describe(
        'Whether --fix writes the replacement ("safe") or --unsafe-fixes alone (default: "unsafe").',
      ),
    ),
  level: z.optional(level).check(z.describe('Default: "warn".')),
  files: z
    .optional(globs)
    .check(z.describe("Globs of the posts it holds for, relative to this file's folder. Default: all.")),
});
export type PatternSetting = z.infer<typeof pattern>;

/** A plugin of remark, or a list of it and its options. */
const remarkSetting = z.union([text, z.tuple([text], z.unknown())]);
export type RemarkSetting = z.infer<typeof remarkSetting>;

const override = z.strictObject({
  files: globs.check(z.describe("Globs of the posts it holds for, relative to this file's folder.")),
  rules: z.optional(rules),
  schema: schemaFile,
});

/** Schema of a configuration file: what people write, before presets and defaults are filled in. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()).check(z.describe('Address of this schema, for editors.')),
  extends: z
    .optional(z.array(text))
    .check(
      z.describe(
        'Presets ("recaplint:recommended", "recaplint:strict") files, by a path from this file, and packages that this one builds on. Default: ["recaplint:recommended"].',
      ),
    ),
  plugins: z
    .optional(z.array(text).check(z.maxLength(100)))
    .check(
      z.describe(
        'Rules of other people: modules, by a path from this file that starts with "./" or "../", and packages such as "recaplint-plugin-x".',
      ),
    ),
  remark: z
    .optional(z.array(remarkSetting).check(z.maxLength(100)))
    .check(
      z.describe(
        'Plugins and presets of remark-lint, each a package or a path, or a list of that and its options. What they find is called "remark-lint/…".',
      ),
    ),
  series: z
    .optional(z.array(series))
    .check(z.describe('The series that posts belong to; the first match counts.')),
  site: z
    .optional(z.enum(sites))
    .check(
      z.describe(
        'The generator that makes the site, which decides what is a template tag. Default: told from each post.',
      ),
    ),
  rules: z.optional(rules),
  terms: z.optional(terms),
  patterns: z
    .optional(z.array(pattern).check(z.maxLength(100)))
    .check(z.describe('Regular expressions of your own that are reported where they match.')),
  overrides: z
    .optional(z.array(override))
    .check(z.describe('What holds for some posts only; a later entry wins over an earlier one.')),
  ignores: z
    .optional(globs)
    .check(
      z.describe("Globs of posts that are left out when a folder is linted, relative to this file's folder."),
    ),
  requireReasons: z
    .optional(z.boolean())
    .check(z.describe('Whether a comment that switches a rule off must say why.')),
});
export type Config = z.infer<typeof configSchema>;
