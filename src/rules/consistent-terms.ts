import type { Document } from '../document/document.ts';
import type { MappedText } from '../document/mapped-text.ts';
import type { ProseBlock } from '../document/model.ts';
import { namesOf, type ProperName } from '../document/proper-names.ts';
import { readerTexts } from '../document/reader-texts.ts';
import { spanAround } from '../document/spans.ts';
import { defineRule, type Fix, type Problem, type RuleContext } from '../engine/rule.ts';
import type { TermSetting } from '../engine/settings.ts';
import {
  byEnds,
  haveLikes,
  isAddressedElsewhere,
  isSpelledOtherwise,
  pairsByLastName,
  similar,
  usesBefore,
  usualFirstName,
  usualSpellings,
  yields,
} from '../series/similar-names.ts';

type Key = 'term' | 'series' | 'post';

export default defineRule<Key>({
  id: 'consistent-terms',
  summary: 'Disallow other spellings of configured terms, and one name spelled two ways.',
  category: 'prose',
  recommended: 'warn',
  needs: 'series',
  concerns: isSpelledOtherwise,
  fixes: 'sometimes',
  messages: {
    term: '“{found}” is written “{term}” here: write it so.',
    series: '“{found}” is “{term}” in {count} earlier posts: if the same is meant, check which is right.',
    post: '“{found}” is “{term}” in line {line}: if the same is meant, check which is right.',
  },
  *check(document, _options, context) {
    const { terms } = context.post;
    if (terms.length > 0) yield* otherTerms(document, terms);
    yield* otherNames(document, context);
  },
});

function* otherTerms(document: Document, terms: readonly TermSetting[]): Iterable<Problem<Key>> {
  const wanted = new Map<string, string>();
  for (const { term, variants } of terms)
    for (const variant of [term, ...variants]) wanted.set(variant.toLowerCase(), term);
  const exact = new Set(terms.flatMap(({ anyCase, variants }) => (anyCase ? [] : variants)));
  const anyCase = new Set(terms.filter((term) => term.anyCase).map(({ term }) => term));
  const pattern = patternOf([...wanted.keys()]);
  for (const { text, block } of readerTexts(document)) {
    for (const { index, 0: found } of text.text.matchAll(pattern)) {
      const term = wanted.get(found.toLowerCase().replace(/\s+/g, ' '))!;
      const plain = found.replace(/\s+/g, ' ');
      if (plain === term || !(exact.has(plain) || anyCase.has(term))) continue;
      if (isAddress(text, index, index + found.length, block)) continue;
      yield problemAt('term', document, text, index, found, term);
    }
  }
}

function patternOf(variants: readonly string[]): RegExp {
  const sources = [...variants]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_@#/.-])(?:${sources.join('|')})(?![\\p{L}\\p{N}_/@-]|\\.\\p{L})`,
    'giu',
  );
}

/** Whether it stands in link text that is the address itself. */
function isAddress(text: MappedText, start: number, end: number, block: ProseBlock | null): boolean {
  const link = block === null ? undefined : spanAround(block.links, start, end);
  return (
    link !== undefined &&
    /^(?:https?:|www\.)|^[^\s]+\.[a-z]{2,}(?:\/|$)/.test(text.text.slice(link.start, link.end))
  );
}

function* otherNames(document: Document, context: RuleContext): Iterable<Problem<Key>> {
  const names = namesOf(document, null);
  if (names.length === 0) return;
  const { series } = context;
  const own = byEnds(names.map(({ name }) => name));
  const people = pairsByLastName(names);
  if (people.size === 0 && !haveLikes(own, series)) return;
  const counts = new Map(names.map((name) => [name.name, name]));
  for (const name of names) {
    if (usesBefore(series, name.name) > 1) continue;
    const known = usualSpellings(series, name.name);
    if (known.length === 1) {
      // An address that spells it so speaks for the writer.
      if (isAddressedElsewhere(document, name)) continue;
      const count = usesBefore(series, known[0]!);
      const problem = problemAt('series', document, name.text, name.start, name.name, known[0]!);
      yield { ...problem, data: { ...problem.data, count } };
    } else {
      const others = similar(name.name, own).map((other) => counts.get(other)!);
      const isOne = others.length === 1 && yields(document, name, others[0]!, series);
      const other = isOne ? others[0] : usualFirstName(name, people);
      if (other !== undefined)
        yield problemAt('post', document, name.text, name.start, name.name, other.name, other);
    }
  }
}

function problemAt(
  message: Key,
  { source, lines }: Document,
  text: MappedText,
  start: number,
  found: string,
  term: string,
  other?: ProperName,
): Problem<Key> {
  const range = text.sourceRange(start, start + found.length);
  const isWritten = source.slice(range.start, range.end).replace(/\s+/g, ' ') === found;
  const fix: Fix | undefined =
    isWritten && message !== 'post'
      ? { title: `Write \`${term}\``, safety: 'unsafe', edits: [{ range, text: term }] }
      : undefined;
  if (other === undefined) return { message, data: { found, term }, range, fix };
  const place = other.text.sourceRange(other.start, other.start + other.name.length);
  const related = [{ range: place, message: `Here it is “${other.name}”.` }];
  return { message, data: { found, term, line: lines.pointAt(place.start).line }, range, fix, related };
}
