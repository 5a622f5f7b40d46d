import type { Day } from '../calendar/days.ts';
import { type Range, rangeSet } from '../document/source.ts';
import type { Timeline } from './timeline-stretch.ts';

type Mention = Timeline['mentions'][number];

/** The mentions of a post that play one role. */
export interface Lane {
  readonly role: string;
  /** In plain words. */
  readonly label: string;
  readonly marks: readonly LaneMark[];
  /** What is said without naming days: "last quarter". */
  readonly undated: readonly Mention[];
}

/** Mentions of one lane that name the same days. */
export interface LaneMark {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
  readonly mentions: readonly Mention[];
  /** Whether a finding about periods lies on one of them. */
  readonly isFound: boolean;
}

/** Roles in the order in which they are shown, in plain words. */
export const roleLabels: ReadonlyMap<string, string> = new Map([
  ['subject', 'States the period'],
  ['background', 'Background'],
  ['event', 'Event'],
  ['comparison', 'Comparison'],
  ['plan', 'Plan'],
  ['unknown', 'Other mention'],
]);

/**
 * The mentions of a timeline by role; roles that none plays are left out.
 *
 * @param found ranges of findings about periods
 */
export function lanesOf({ mentions }: Timeline, found: readonly Range[]): Lane[] {
  const places = rangeSet(found);
  return [...roleLabels].flatMap(([role, label]) => {
    const own = mentions.filter(
      (mention) => (roleLabels.has(mention.role) ? mention.role : 'unknown') === role,
    );
    if (own.length === 0) return [];
    const undated = own.filter(({ period }) => period === null);
    return [{ role, label, marks: marksOf(own, (range) => places.overlaps(range)), undated }];
  });
}

function marksOf(mentions: readonly Mention[], isFound: (range: Range) => boolean): LaneMark[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.period === null) continue;
    const { name, first, last } = mention.period;
    const key = `${first} ${last} ${name}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map((group) => {
    const { name, first, last } = group[0]!.period!;
    return { name, first, last, mentions: group, isFound: group.some(({ range }) => isFound(range)) };
  });
}
