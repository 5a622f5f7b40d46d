import type { RE2JS } from 're2js';
import { type SearchedText, searchedTexts, type TextScope } from '../document/searched-texts.ts';
import { defineRule, type Edit, type Fix, type PostRule, type Problem } from '../engine/rule.ts';
import { editsOf, type Wrong } from './pattern-fixes.ts';
import { type Match, Search } from './pattern-search.ts';
import { shortened } from './problem.ts';
import type { Replacement } from './replacement.ts';
import type { PatternSetting } from './schema.ts';

// In one post. Each search may go through the rest of its text, so that what follows a match counts once more.
const mostCharacters = 5_000_000;
// In one post, over all patterns; some 25 ns each where re2js is slowest, which comes to six seconds.
const mostComparisons = 250_000_000;

/** A rule that a pattern has become. */
export type PatternRule = PostRule<'found' | 'limit', object>;

/** How many steps the patterns of a configuration come to, those of the files that it extends included. */
export interface PatternSteps {
  total: number;
}

/** An entry whose regular expressions are compiled; null for what is absent or no pattern. */
export interface CompiledPattern {
  readonly setting: PatternSetting;
  readonly pattern: RE2JS | null;
  readonly except: RE2JS | null;
  readonly replacement: Replacement | null;
}

/** What is wrong in a text that is short, such as a replacement. */
export function wrongsIn(
  text: string,
  pattern: RE2JS,
  compiled: Pick<CompiledPattern, 'except' | 'replacement'>,
): Wrong[] {
  const { matches } = new Search(pattern, compiled.replacement !== null, mostCharacters).find(text);
  return matches.flatMap((match) => wrongOf(match, compiled) ?? []);
}

/** What is wrong with a match: null where it is an exception, or reads already as it should. */
function wrongOf(
  match: Match,
  { except, replacement }: Pick<CompiledPattern, 'except' | 'replacement'>,
): Wrong | null {
  const wanted = replacement?.expand(match.groups) ?? null;
  if (wanted === match.groups[0]) return null;
  return except?.matcher(match.found.text).find() ? null : { match, wanted };
}

/** The rule that reports what a pattern finds; the less of a long post is searched the more `steps` there are when it is linted. */
export function patternRule(compiled: CompiledPattern, steps: PatternSteps): PatternRule {
  const { setting, pattern, replacement } = compiled;
  return defineRule<'found' | 'limit', object>({
    id: `patterns/${setting.name}`,
    summary: setting.message,
    category: 'prose',
    recommended: 'off',
    fixes: replacement ? 'sometimes' : 'never',
    messages: {
      found: setting.message,
      limit: 'From here on this post is not searched: it is too long for as many or as long patterns.',
    },
    *check(document) {
      if (!pattern) return;
      const most = Math.min(mostCharacters, mostComparisons / steps.total);
      const search = new Search(pattern, replacement !== null, most);
      for (const text of searchedTexts(document, scopeOf(setting))) {
        const { matches, endedAt } = search.find(text.text);
        yield* problemsIn(text, matches, compiled, search);
        if (endedAt === null) continue;
        yield { message: 'limit', range: text.sourceRange(endedAt, text.text.length) };
        return;
      }
    },
  });
}

function* problemsIn(
  text: SearchedText,
  matches: readonly Match[],
  compiled: CompiledPattern,
  search: Search,
): Iterable<Problem<'found'>> {
  const wrongsOf = (some: readonly Match[]) => some.flatMap((match) => wrongOf(match, compiled) ?? []);
  const wrongs = wrongsOf(matches);
  const edits = editsOf(text, wrongs, (next) => {
    const again = search.findAgain(next);
    return again.endedAt === null ? wrongsOf(again.matches).map(({ match }) => match) : null;
  });
  for (const [index, { match, wanted }] of wrongs.entries()) {
    const { start, end, text: found } = match.found;
    const data = { match: shortened(found), replacement: shortened(wanted ?? '') };
    const edit = edits[index];
    const fix = edit ? fixOf(edit, found, wanted!, compiled.setting) : undefined;
    yield { message: 'found', data, range: text.sourceRange(start, end), fix };
  }
}

function fixOf(edit: Edit, found: string, wanted: string, { fix = 'unsafe' }: PatternSetting): Fix {
  const title = wanted === '' ? `Delete \`${shortened(found)}\`` : `Write \`${shortened(wanted)}\``;
  return { title, safety: fix, edits: [edit] };
}

function scopeOf({ in: place, section, key }: PatternSetting): TextScope {
  const list = (names: string | readonly string[] | undefined) =>
    names === undefined ? null : typeof names === 'string' ? [names] : names;
  return {
    place: place ?? (key === undefined ? 'prose' : 'front matter'),
    sections: list(section),
    keys: list(key),
  };
}
