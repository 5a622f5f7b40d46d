import type { PatternSetting } from './schema.ts';

/** What is wrong with one key of an entry of `patterns`. */
export interface EntryProblem {
  readonly key: keyof PatternSetting;
  /** One sentence. */
  readonly message: string;
}

/** Keys of an entry that make no sense beside each other. */
export function keyProblems({
  in: place,
  section,
  key,
  replace,
  fix,
  message,
}: PatternSetting): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const where = place ?? (key === undefined ? 'prose' : 'front matter');
  const say = (at: EntryProblem['key'], sentence: string) => problems.push({ key: at, message: sentence });
  if (key !== undefined && where !== 'front matter')
    say('in', `"in" is "${where}", but "key" names values of the "front matter": leave "in" out, or "key".`);
  if (section !== undefined && (where === 'front matter' || where === 'title')) {
    const what = where === 'title' ? 'the title' : 'the front matter';
    say('section', `"section" names a part of the text, and ${what} stands in none: leave it out.`);
  }
  if (replace !== undefined && where === 'tags')
    say('replace', '"replace" cannot write one tag of two: search the "source" to replace tags.');
  if (fix !== undefined && replace === undefined)
    say('fix', `"fix" is "${fix}", but there is no "replace" that could be one.`);
  if (replace === undefined && message.includes('{replacement}'))
    say('message', '"message" holds {replacement}, but there is no "replace" for it to stand for.');
  return problems;
}
