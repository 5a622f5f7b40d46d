import * as z from 'zod/mini';
import type { Range } from '../document/source.ts';
import type { Finding, KeptOutcome } from '../engine/finding.ts';

const range = z.strictObject({ start: z.int(), end: z.int() });
const finding = z.strictObject({
  ruleId: z.string(),
  severity: z.enum(['error', 'warn']),
  messageKey: z.string(),
  message: z.string(),
  range,
  fix: z.optional(
    z.strictObject({
      title: z.string(),
      safety: z.enum(['safe', 'unsafe']),
      edits: z.array(z.strictObject({ range, text: z.string() })),
    }),
  ),
  related: z.array(z.strictObject({ range, message: z.string(), path: z.optional(z.string()) })),
  details: z.optional(z.record(z.string(), z.unknown())),
  url: z.optional(z.string()),
});

/** What is kept of linting a post, as it is written in a file. */
export const outcomeSchema = z.strictObject({
  found: z.array(z.tuple([z.string(), z.array(finding)])),
  askers: z.array(z.string()),
  suppressions: z.strictObject({
    stretches: z.array(
      z.strictObject({
        start: z.int(),
        end: z.int(),
        rule: z.nullable(z.strictObject({ id: z.string(), range })),
        comment: range,
      }),
    ),
    problems: z.array(finding),
    lenient: z.optional(z.literal(true)),
    heard: z.optional(z.array(z.string())),
  }),
});

/** Plain JSON of an outcome. */
export function writeOutcome({ found, askers, suppressions }: KeptOutcome): object {
  return { found: [...found], askers: [...askers], suppressions };
}

/** What {@link writeOutcome} was given, of data that the schema admits. */
export function readOutcome({ found, askers, suppressions }: z.infer<typeof outcomeSchema>): KeptOutcome {
  return { found: new Map(found), askers: new Set(askers), suppressions };
}

/** Whether all places that an outcome names lie in a text of some length: those of related findings in other posts may not. */
export function liesWithin({ found, suppressions }: KeptOutcome, length: number): boolean {
  const fits = ({ start, end }: Range) => 0 <= start && start <= end && end <= length;
  const isFit = ({ range, fix, related }: Finding) =>
    fits(range) &&
    (fix?.edits ?? []).every((edit) => fits(edit.range)) &&
    related.every((one) => one.path !== undefined || fits(one.range));
  const findings = [...[...found.values()].flat(), ...suppressions.problems];
  const places = suppressions.stretches.flatMap(({ comment, rule }) => [
    comment,
    ...(rule ? [rule.range] : []),
  ]);
  return findings.every(isFit) && places.every(fits);
}
