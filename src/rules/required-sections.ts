import type { Document } from '../document/document.ts';
import { quoted } from '../document/mapped-text.ts';
import type { Heading } from '../document/model.ts';
import { likeness, plainName } from '../document/names.ts';
import type { Range } from '../document/source.ts';
import { defineRule, type Problem } from '../engine/rule.ts';
import type { SectionSetting } from '../engine/settings.ts';

type Key = 'missing' | 'renamed' | 'misplaced';

export default defineRule<Key>({
  id: 'required-sections',
  summary: 'Require the sections that the configuration names, in their order.',
  category: 'structure',
  recommended: 'error',
  messages: {
    missing: 'The section *{name}* is missing: write it, or mark it as optional in the configuration.',
    renamed: 'The section *{name}* is missing; *{heading}* looks like it: rename it.',
    misplaced: 'The section *{heading}* is out of order: it comes {where}.',
  },
  *check(document, _options, { post }) {
    if (post.sections.length === 0 || document.source.trim() === '') return;
    const headings = document.sections.map(({ heading }) => heading);
    const named = namedSections(post.sections, headings);
    const places = withRenamed(post.sections, headings, named);
    yield* absent(document, post.sections, headings, named, places);
    if (post.ordered) yield* misplaced(document, headings, named, places);
  },
});

/** For each setting the index of the heading that carries its name, or -1. */
function namedSections(settings: readonly SectionSetting[], headings: readonly Heading[]): number[] {
  const firstOf = new Map<string, number>();
  headings.forEach(({ text }, i) => {
    const name = plainName(text);
    if (!firstOf.has(name)) firstOf.set(name, i);
  });
  return settings.map(({ name, aliases }) => {
    const found = [name, ...aliases].map((accepted) => firstOf.get(plainName(accepted)) ?? -1);
    return found.find((place) => place >= 0) ?? -1;
  });
}

/** The same, with the headings that look like the sections which are required and have none. */
function withRenamed(
  settings: readonly SectionSetting[],
  headings: readonly Heading[],
  named: readonly number[],
): number[] {
  const taken = new Set(named);
  const names = headings.map(({ text }) => plainName(text));
  return named.map((place, i) => {
    const { name, aliases, optional } = settings[i]!;
    if (place >= 0 || optional) return place;
    const renamed = mostAlike([name, ...aliases], names, taken);
    taken.add(renamed);
    return renamed;
  });
}

function* absent(
  document: Document,
  settings: readonly SectionSetting[],
  headings: readonly Heading[],
  named: readonly number[],
  places: readonly number[],
): Iterable<Problem<Key>> {
  for (const [i, { name, optional }] of settings.entries()) {
    if (optional || named[i]! >= 0) continue;
    const renamed = headings[places[i]!];
    const next = places.slice(i + 1).find((place) => place >= 0);
    const beside = next === undefined ? headings.at(-1) : headings[next];
    yield renamed
      ? {
          message: 'renamed',
          data: { name, heading: quoted(renamed, document.source) },
          range: renamed.textRange,
        }
      : { message: 'missing', data: { name }, range: beside?.textRange ?? headRange(document) };
  }
}

/** The heading without a section of its own that is most like one of the names, or -1. */
function mostAlike(
  names: readonly string[],
  headings: readonly string[],
  taken: ReadonlySet<number>,
): number {
  const accepted = names.map(plainName);
  let best = -1;
  let most = 0.5;
  headings.slice(0, mostHeadings).forEach((heading, i) => {
    if (taken.has(i)) return;
    const alike = Math.max(...accepted.map((other) => likeness(heading, other)));
    if (alike > most) {
      best = i;
      most = alike;
    }
  });
  return best;
}

/** A post with more headings than this is no recap; each is compared with each missing section. */
const mostHeadings = 200;

/** Where a section is missed in a post without headings: at the title, or at the start. */
function headRange({ title }: Document): Range {
  return title?.sourceRange(0, title.text.length) ?? { start: 0, end: 0 };
}

function* misplaced(
  { source }: Document,
  headings: readonly Heading[],
  named: readonly number[],
  places: readonly number[],
): Iterable<Problem<Key>> {
  const inOrder = new Set(longestAscending(places.filter((place) => place >= 0)));
  for (const [i, place] of places.entries()) {
    // A heading with the wrong name has its finding.
    if (inOrder.has(place) || named[i]! < 0) continue;
    const next = places.slice(i + 1).find((other) => inOrder.has(other));
    const last = places.slice(0, i).findLast((other) => inOrder.has(other));
    const where =
      next === undefined
        ? `after *${quoted(headings[last!]!, source)}*`
        : `before *${quoted(headings[next]!, source)}*`;
    const heading = headings[place]!;
    const data = { heading: quoted(heading, source), where };
    yield { message: 'misplaced', data, range: heading.textRange };
  }
}

/** The longest run of ascending numbers, gaps allowed: what is left out is the least that must move. */
function longestAscending(numbers: readonly number[]): number[] {
  const endingAt: number[][] = [];
  for (const number of numbers) {
    const before = endingAt
      .filter((run) => run.at(-1)! < number)
      .reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    endingAt.push([...before, number]);
  }
  return endingAt.reduce((a, b) => (b.length > a.length ? b : a), []);
}
