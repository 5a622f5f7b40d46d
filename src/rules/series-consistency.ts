import { defineRule, type SeriesProblem } from '../engine/rule.ts';
import type { PostFacts } from '../series/facts.ts';
import { slipFaults } from '../series/name-slips.ts';
import { streamsOf } from '../series/streams.ts';
import { keyFaults } from '../series/usual-keys.ts';
import { patternFaults } from '../series/usual-names.ts';
import { sectionFaults } from '../series/usual-sections.ts';
import { tagFaults } from '../series/usual-tags.ts';

export default defineRule({
  id: 'series-consistency',
  summary: 'Disallow departures from what the earlier issues of a series share.',
  category: 'series',
  recommended: 'warn',
  messages: {
    section: '{count} of the last {of} issues have a section “{name}”; this one has none.',
    sectionName: '{count} of the last {of} issues call this section “{name}”; here it is “{written}”.',
    key: 'The last {count} issues all have `{key}` in their front matter; this one has not.',
    empty: '`{key}` is empty; the last {count} issues all give a value.',
    tag: 'The last {count} issues all have the tag “{tag}”; this one has not.',
    tagForm: 'The tag “{tag}” is “{usual}” in {count} earlier issues: write it the same way.',
    tagSpace:
      'The tag “{tag}” is written with a space around it, which makes it another tag: remove the space.',
    byline: 'The author “{name}” is “{usual}” in {count} earlier issues: write it the same way.',
    title: 'The title reads “{pattern}”; {count} of the last {of} issues have “{usual}”.',
    titleCase:
      'The title says “{word}”, the titles of the last {count} issues “{usual}”: write it the same way.',
    fileName: 'The file name reads “{pattern}”; {count} of the last {of} issues have “{usual}”.',
    statedTitle: 'The title does not read “{pattern}”, as the configuration has it.',
    statedPath: 'The file name does not read “{pattern}”, as the configuration has it.',
    slip: 'The file name says “{word}”, which looks like a slip of “{meant}”: rename the file before its address is known.',
  },
  *checkSeries(series) {
    for (const posts of streamsOf(series)) {
      yield* sectionFaults(posts);
      yield* keyFaults(posts);
      yield* tagFaults(posts);
      yield* patternFaults(posts);
      yield* slipFaults(posts);
    }
    yield* unmetPatterns(series);
  },
});

/** Titles and file names that do not fit what the configuration states. */
function* unmetPatterns(posts: readonly PostFacts[]): Iterable<SeriesProblem<'statedTitle' | 'statedPath'>> {
  for (const { path, unmet } of posts) {
    for (const { part, value: pattern, range } of unmet) {
      const data = { pattern };
      yield { message: part === 'title' ? 'statedTitle' : 'statedPath', data, path, range };
    }
  }
}
