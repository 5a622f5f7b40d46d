import { buildForms, type Form, startOfForms } from './forms.ts';
import { abbreviations, anyOf, type Language, numbered } from './language.ts';

/** A language made ready for reading: tables to look words up in, and patterns built of them. */
export interface Grammar {
  readonly months: ReadonlyMap<string, number>;
  readonly monthAbbreviations: ReadonlySet<string>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly finals: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly dayMarks: Language['dayMarks'];
  readonly doubtfulMonths: ReadonlySet<string>;
  readonly notMonths: ReadonlySet<string>;
  /** Where a mention may begin; sticky patterns of {@link forms} decide there. */
  readonly trigger: RegExp;
  readonly forms: readonly Form[];
  readonly context: Context;
}

/** What may stand around a mention. `…Before` is matched at the end of the words before it, `…After` at the start of those after. */
export interface Context {
  readonly beforeMonth: RegExp;
  readonly afterMonth: RegExp;
  readonly afterVerb: RegExp;
  readonly fiscalBefore: RegExp;
  readonly fiscalAfter: RegExp;
  readonly releaseBefore: RegExp;
  readonly releaseAfter: RegExp;
  /** After "the first quarter", where it is one of something else than a year. */
  readonly notOfYear: RegExp;
  readonly ofYear: RegExp;
  readonly part: RegExp;
  readonly season: RegExp;
  readonly weekdayBefore: RegExp;
  readonly weekdayAfter: RegExp;
  /** What joins the ends of a range, and the items of a list. */
  readonly range: RegExp;
  readonly list: RegExp;
}

/** Makes a language ready for reading. */
export function grammarOf(language: Language): Grammar {
  return {
    months: numbered(language.months),
    monthAbbreviations: new Set(abbreviations(language.months)),
    weekdays: numbered(language.weekdays),
    ordinals: numbered(language.ordinals),
    finals: new Set(language.finals),
    numbers: numbered(language.numbers, 2),
    dayMarks: language.dayMarks,
    doubtfulMonths: new Set(language.doubtfulMonths),
    notMonths: new Set([...language.notMonths, ...language.months.flat()]),
    trigger: startOfForms(language),
    forms: buildForms(language),
    context: contextOf(language),
  };
}

function contextOf(language: Language): Context {
  const { fiscal, releases, parts } = language;
  const articles = anyOf(language.articles);
  const weekday = anyOf(language.weekdays.flat());
  const part = (name: keyof typeof parts) => `(?<${name}>${anyOf(parts[name])})`;
  const weekdays = (second: string) =>
    `(?<weekday>${weekday})\\.?(?:\\s?(?:[-–&/]|${anyOf([...language.and, ...language.to])})\\s?(?<${second}>${weekday})\\.?)?`;
  return {
    beforeMonth: new RegExp(`(?:^|[^\\p{L}\\p{N}])${anyOf(language.beforeMonth)}[\\s-]$`, 'iu'),
    afterMonth: new RegExp(`^\\s${anyOf([...language.afterMonth, ...language.and])}(?!\\p{L})`, 'iu'),
    afterVerb: new RegExp(`^\\s${anyOf([...language.afterVerb, '\uFFFC'])}(?!\\p{L})`, 'iu'),
    fiscalBefore: new RegExp(`(?<!\\p{L})${anyOf(fiscal)}['’]?(?:\\d\\d){0,2}[\\s,-]{0,2}$`, 'iu'),
    fiscalAfter: new RegExp(`^,?\\s?(?:${anyOf(language.of)}\\s)?(?:${articles}\\s)?${anyOf(fiscal)}`, 'iu'),
    releaseBefore: new RegExp(`(?<!\\p{L})${anyOf(releases)}\\s$`, 'iu'),
    releaseAfter: new RegExp(`^\\s${anyOf(releases)}(?!\\p{L})`, 'iu'),
    notOfYear: new RegExp(`^\\s(?:${anyOf([...language.of, 'into', 'through'])})(?!\\p{L})`, 'iu'),
    ofYear: new RegExp(`^\\s(?:${anyOf(language.of)}\\s)?${anyOf(language.years)}(?!\\p{L})`, 'iu'),
    part: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${articles}\\s)?(?:${part('early')}|${part('middle')}|${part('late')})[\\s-](?:${articles}\\s)?$`,
      'diu',
    ),
    season: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<season>${anyOf(language.seasons)}),?\\s(?:${anyOf(language.of)}\\s)?$`,
      'diu',
    ),
    weekdayBefore: new RegExp(`(?<![\\w-])${weekdays('second')}(?:,?\\s|\\s\\()(?:${articles}\\s)?$`, 'diu'),
    weekdayAfter: new RegExp(
      `^(?:,?\\s|\\s?\\()(?<weekday>${weekday})(?![\\p{L}\\p{N}-]|,?\\s(?:\\d|${anyOf(language.months.flat())}(?!\\p{L})))`,
      'diu',
    ),
    range: new RegExp(
      `^\\s?(?:[-–—](?:mid-)?|${anyOf(language.to)}(?=\\s))\\s?(?:${anyOf(parts.middle)}[\\s-])?$`,
      'iu',
    ),
    list: new RegExp(
      `^(?:\\s?[/&+]\\s?|,\\s?|,?\\s(?:${anyOf([...language.and, ...language.or])})\\s)$`,
      'iu',
    ),
  };
}
