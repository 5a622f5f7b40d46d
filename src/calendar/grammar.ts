import { type Context, contextOf } from './context.ts';
import { buildForms, type Forms, type Start, startOfForms } from './forms.ts';
import { abbreviations, type Language, numbered } from './language.ts';

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
  /** Where a mention may begin; the patterns of {@link forms} decide there. */
  readonly trigger: RegExp;
  readonly forms: Readonly<Record<Start, Forms>>;
  readonly context: Context;
}

/** Makes a language ready for reading. Its patterns are made when the first text is read: some callers want its tables. */
export function grammarOf(language: Language): Grammar {
  let forms: Grammar['forms'] | undefined;
  let context: Context | undefined;
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
    get forms() {
      forms ??= buildForms(language);
      return forms;
    },
    get context() {
      context ??= contextOf(language);
      return context;
    },
  };
}
