import { RE2JS } from 're2js';
import { defineRule, type PostRule } from '../engine/rule.ts';
import { ConfigError, shortened } from './problem.ts';
import type { PatternSetting } from './schema.ts';
import type { ConfigSource, KeyPath } from './source.ts';

// More than any pattern that a person reads; each of a post's characters may be compared with each step.
const longestProgram = 1_000;
// Nobody reads more.
const mostMatches = 1_000;
// In one post. Each search may go through the rest of its text, so that what follows a match counts once more.
const mostCharacters = 5_000_000;
// In one post, over all patterns; some 25 ns each where re2js is slowest, which comes to six seconds.
const mostComparisons = 250_000_000;
// So that each pattern reads at least 5,000 characters of a post. A hundred patterns of a few words come to 3,000.
const mostSteps = 50_000;

type PatternRule = PostRule<'found' | 'limit', object>;
type PatternDocument = Parameters<PatternRule['check']>[0];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a post that is searched, with the way back to the source. */
interface Searched {
  readonly text: string;
  sourceRange(start: number, end: number): Span;
}

/** How many steps the patterns of a configuration come to, those of the files that it extends included. */
export interface PatternSteps {
  total: number;
}

/**
 * Makes a rule of each pattern of a file, and counts its steps. They take time linear in the post, whoever wrote them, and
 * the less of a long post is searched the more steps there are in `steps` when it is linted.
 *
 * @throws ConfigError with the place of each one that is no pattern, or whose name is taken, and where there are too many
 */
export function compilePatterns(
  patterns: readonly PatternSetting[],
  source: ConfigSource,
  steps: PatternSteps,
): PatternRule[] {
  const problems: { readonly path: KeyPath; readonly message: string }[] = [];
  const names = new Set<string>();
  const rules = patterns.map((setting, index) => {
    const { name } = setting;
    const at = (key: string) => ['patterns', index, key];
    if (names.has(name))
      problems.push({ path: at('name'), message: `There is a pattern "${name}" already.` });
    names.add(name);
    const compile = (key: 'pattern' | 'except') => {
      const text = setting[key];
      try {
        return text === undefined ? null : compilePattern(text);
      } catch (error) {
        const message = `"${shortened(text!)}" cannot be used as a pattern: ${reasonOf(text!, error as Error)}.`;
        problems.push({ path: at(key), message });
        return null;
      }
    };
    const [pattern, except] = [compile('pattern'), compile('except')];
    steps.total += (pattern?.programSize() ?? 0) + (except?.programSize() ?? 0);
    return patternRule(setting, pattern, except, steps);
  });
  if (problems.length === 0 && steps.total > mostSteps) {
    const message = `The patterns come to more than ${mostSteps} steps together: write fewer, or shorter ones.`;
    problems.push({ path: ['patterns'], message });
  }
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({ path, message }) => ({ file: source.file, place: source.placeOf(path), message })),
    );
  }
  return rules;
}

function compilePattern(pattern: string): RE2JS {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  if (compiled.programSize() > longestProgram)
    throw new Error('it is too long, or repeats something too many times');
  return compiled;
}

/** Why a pattern is refused, for people who know other engines. */
function reasonOf(pattern: string, { message }: Error): string {
  if (/\(\?<?[=!]/.test(pattern))
    return 'patterns cannot look ahead or behind; match more, put the part that is meant in the first group, and what does not count in "except"';
  if (/\\[1-9]/.test(pattern)) return 'patterns cannot refer back to a group with \\1';
  return shortened(message.replace(/^error parsing regexp: /, ''));
}

function patternRule(
  setting: PatternSetting,
  pattern: RE2JS | null,
  except: RE2JS | null,
  steps: PatternSteps,
): PatternRule {
  const { name, message, in: place = 'prose' } = setting;
  return defineRule<'found' | 'limit', object>({
    id: `patterns/${name}`,
    summary: message,
    category: 'prose',
    recommended: 'off',
    messages: {
      found: message,
      limit: 'From here on this post is not searched: it is too long for as many or as long patterns.',
    },
    *check(document) {
      if (!pattern) return;
      const most = Math.min(mostCharacters, mostComparisons / steps.total);
      for (const { text, range } of matchesOf(pattern, textsOf[place](document), most)) {
        if (text === null) yield { message: 'limit', range };
        else if (!except?.matcher(text).find()) {
          yield { message: 'found', data: { match: shortened(text) }, range };
        }
      }
    },
  });
}

/**
 * What a pattern matches, or its first group where that took part, with its place in the source. After so many characters
 * comes the place where the search ended, without a text.
 */
function* matchesOf(
  pattern: RE2JS,
  texts: Iterable<Searched>,
  mostRead: number,
): Iterable<{ readonly text: string | null; readonly range: Span }> {
  let [matches, characters] = [mostMatches, mostRead];
  for (const searched of texts) {
    const matcher = pattern.matcher(searched.text);
    let at = 0;
    while (matches > 0) {
      characters -= searched.text.length - at;
      if (characters < 0) {
        yield { text: null, range: searched.sourceRange(at, searched.text.length) };
        return;
      }
      if (!matcher.find()) break;
      at = matcher.end();
      const group = matcher.groupCount() > 0 && matcher.group(1) ? 1 : 0;
      const text = matcher.group(group);
      if (!text) continue;
      matches--;
      yield { text, range: searched.sourceRange(matcher.start(group), matcher.end(group)) };
    }
  }
}

const textsOf: Readonly<
  Record<NonNullable<PatternSetting['in']>, (document: PatternDocument) => Iterable<Searched>>
> = {
  prose: ({ prose }) => prose,
  headings: ({ headings }) => headings,
  title: ({ title }) => (title ? [title] : []),
  links: ({ links }) => links.flatMap(({ kind, text }) => (text && kind !== 'image' ? [text] : [])),
  addresses: addressesIn,
  tags: ({ tags, source }) =>
    tags.flatMap(({ kind, name, range }) => (kind === 'end' ? [] : [written(name, range, source)])),
  source: linesIn,
};

/** Targets of links and bare addresses; a target that several references share counts once. */
function addressesIn({ links, bareLinks, source }: PatternDocument): Searched[] {
  const targets = new Map(links.map(({ url, urlRange }) => [urlRange.start, { url, range: urlRange }]));
  const bare = bareLinks.map(({ text, range }) => ({ url: text, range }));
  return [...targets.values(), ...bare].map(({ url, range }) => written(url, range, source));
}

function linesIn({ lines, source }: PatternDocument): Searched[] {
  return lines.starts.map((_, index) => {
    const { start, end } = lines.lineRange(index + 1);
    return written(source.slice(start, end), { start, end }, source);
  });
}

/** A text that may stand in the source otherwise, with entities or without the signs around it. */
function written(text: string, range: Span, source: string): Searched {
  const isSame = source.startsWith(text, range.start) && range.end - range.start === text.length;
  return {
    text,
    sourceRange: (start, end) => (isSame ? { start: range.start + start, end: range.start + end } : range),
  };
}
