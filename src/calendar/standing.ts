import { isLetterOrNumberBefore, isSmallAt, isSpaceAt } from './characters.ts';
import type { Grammar } from './grammar.ts';
import type { Mention } from './mentions.ts';
import { begins, matchToEnd, type Pattern } from './pattern.ts';

/** No word around a mention is looked at further away. */
const before = 24;
const after = 28;

/**
 * Whether words that could be a mention really stand for a period, by what is around them. `last` is where the
 * mention before it ends.
 */
export function standsFor(text: string, mention: Mention, last: number, grammar: Grammar): boolean {
  const left = text.slice(Math.max(0, mention.start - before), mention.start);
  const right = text.slice(mention.end, mention.end + after);
  if (isGlued(left) && mention.part === null && last !== mention.start - 1) return false;
  if (isOther(text, mention, left, right, grammar)) return false;
  if (mention.day !== null || mention.unit === 'week')
    return mention.year !== null || isCapital(text, mention);
  if (mention.year !== null) return true;
  if (mention.unit === 'month')
    return isCapital(text, mention) && isMonth(text, mention, left, right, grammar);
  if (mention.form === 'ordinal-quarter') return isOfYear(right, grammar);
  return !numbersQuestion(mention, left, right);
}

/** A quarter of a fiscal year that no form of its own has read, and the name of a branch or release: "2024Q1 branch". */
function isOther(text: string, mention: Mention, left: string, right: string, { context }: Grammar): boolean {
  if (!mention.fiscal && (endsWith(left, context.fiscalBefore) || begins(context.fiscalAfter, right)))
    return true;
  const glued = mention.unit === 'quarter' && !/\s/.test(text.slice(mention.start, mention.end));
  return (
    glued &&
    mention.year !== null &&
    (endsWith(left, context.releaseBefore) || begins(context.releaseAfter, right))
  );
}

function isCapital(text: string, { indexSpan }: Mention): boolean {
  return indexSpan !== null && !isSmallAt(text, indexSpan.start);
}

/** Whether a month name without day or year is a month and no name of a person, verb or auxiliary. */
function isMonth(text: string, mention: Mention, left: string, right: string, grammar: Grammar): boolean {
  const { context, doubtfulMonths, monthAbbreviations } = grammar;
  if (mention.count > 1 || endsWith(left, context.beforeMonth)) return true;
  const word = text.slice(mention.start, mention.end).toLowerCase();
  if (monthAbbreviations.has(word)) return false;
  if (!doubtfulMonths.has(word)) return true;
  return begins(context.afterMonth, right) || (!begins(context.afterVerb, right) && !beginsSmall(right));
}

/** "The first quarter of the project" is none of a year. */
function isOfYear(right: string, { context }: Grammar): boolean {
  return !begins(context.notOfYear, right) || begins(context.ofYear, right);
}

/** "Q1: How did you hear of us?" */
function numbersQuestion(mention: Mention, left: string, right: string): boolean {
  if (mention.form !== 'quarter' || right === '' || !':.)'.includes(right.charAt(0))) return false;
  return /(?:^|\n)[^\p{L}\p{N}]*$/u.test(left) && (left.length < before || left.includes('\n'));
}

/** "Rust-2024", "v1.Q3": a name or a number goes on to right before the mention. */
function isGlued(left: string): boolean {
  const joint = left.length - 1;
  if (joint < 1 || !'-._'.includes(left.charAt(joint))) return false;
  return '_.'.includes(left.charAt(joint - 1)) || isLetterOrNumberBefore(left, joint);
}

function endsWith(left: string, pattern: Pattern): boolean {
  return matchToEnd(pattern, left) !== null;
}

/** Whether a word that begins with a small letter follows. */
function beginsSmall(right: string): boolean {
  return isSpaceAt(right, 0) && isSmallAt(right, 1);
}
