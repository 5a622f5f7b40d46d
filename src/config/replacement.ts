import type { RE2JS } from 're2js';
import { markupSign, noAddressSign } from '../document/text-writing.ts';
import { didYouMean } from './nearest.ts';
import { shortened } from './problem.ts';
import type { PatternSetting } from './schema.ts';

/** A match and its groups, the whole first; null for a group that took no part. */
export type Groups = readonly (string | null)[];

// Characters; a replacement may repeat a match of any length a hundred times.
const longest = 2_000;

/** What a pattern writes in the place of what it matches. */
export interface Replacement {
  /** What is written for a match; null where that is longer than 2,000 characters. */
  expand(groups: Groups): string | null;
  /** What it always is; null where it takes something of the match over. */
  readonly constant: string | null;
}

/** A text, or the number of a group. */
type Part = string | number;

const reference = /\$(?:([$&])|(\d{1,2})|<([^<>]*)>)|(\{match\})/g;

/**
 * Reads a replacement as `String.prototype.replace` does: `$1` or `$<name>` for a group, `$&` for the whole match, `$$` for
 * a dollar sign.
 *
 * @throws Error whose message follows "it": what it holds that stands for nothing, or cannot be written where the pattern looks
 */
export function readReplacement(template: string, pattern: RE2JS, place: PatternSetting['in']): Replacement {
  const parts: Part[] = [];
  let at = 0;
  for (const match of template.matchAll(reference)) {
    parts.push(template.slice(at, match.index), ...partsOf(match, pattern));
    at = match.index + match[0].length;
  }
  parts.push(template.slice(at));
  const texts = parts.filter((part): part is string => typeof part === 'string');
  mustBeWritable(texts, place);
  return {
    expand(groups) {
      const written = parts.map((part) => (typeof part === 'string' ? part : (groups[part] ?? '')));
      return written.reduce((sum, { length }) => sum + length, 0) > longest ? null : written.join('');
    },
    constant: texts.length === parts.length ? texts.join('') : null,
  };
}

function partsOf([written, sign, number, name, placeholder]: RegExpExecArray, pattern: RE2JS): Part[] {
  if (placeholder !== undefined) throw new Error('holds {match}, which stands for nothing here: write $&.');
  if (sign !== undefined) return [sign === '$' ? '$' : 0];
  if (name !== undefined) return [namedGroup(name, pattern.namedGroups())];
  const count = pattern.groupCount();
  if (Number(number) >= 1 && Number(number) <= count) return [Number(number)];
  // "$12" is the first group and a 2 where there are no twelve.
  const [first, rest] = [Number(number![0]), number!.slice(1)];
  if (rest !== '' && first >= 1 && first <= count) return [first, rest];
  const groups = count === 0 ? 'no groups' : count === 1 ? 'one group' : `${count} groups`;
  throw new Error(`holds ${written}, but the pattern has ${groups}; a dollar sign is written $$.`);
}

function namedGroup(name: string, known: Readonly<Record<string, number>>): number {
  if (Object.hasOwn(known, name)) return known[name]!;
  const hint = didYouMean(name, Object.keys(known));
  throw new Error(`holds $<${shortened(name)}>, but the pattern has no group of that name.${hint}`);
}

/** What no fix could write is refused here already: only lines of the source take markup. */
function mustBeWritable(texts: readonly string[], place: PatternSetting['in']): void {
  if (texts.some((text) => /[\r\n\u2028\u2029]/.test(text)))
    throw new Error('holds a line end; only what stands in one line can be replaced.');
  if (place === 'source' || place === 'front matter') return;
  const signOf = place === 'addresses' ? noAddressSign : markupSign;
  const sign = texts.map(signOf).find((found) => found !== null);
  if (sign === undefined) return;
  const reason = place === 'addresses' ? 'cannot stand in every address' : 'may be read as markup';
  throw new Error(`holds "${sign}", which ${reason}; only the "source" takes it as it stands.`);
}
