import { type NamedPeriod, runOf } from './period.ts';
import { monthNumbers, ordinalNumbers } from './words-en.ts';

/** A period that a file or folder name states, with the words that state it. */
export interface SlugPeriod extends NamedPeriod {
  readonly text: string;
  /** Digits alone ("201806"), which may as well be the month of publication. */
  readonly numeric: boolean;
}

interface Atom extends NamedPeriod {
  readonly from: number;
  readonly to: number;
  readonly numeric: boolean;
}

const monthWord = [...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|');
const gluedMonths = new RegExp(`^(?:${monthWord}){1,12}$`);
const oneMonth = new RegExp(monthWord, 'g');
const joiners = new Set(['to', 'and', 'through', 'thru', 'until']);
const fullDate = /(?:19|20)\d\d[-_.]?(?:0\d|1[0-2])[-_.]?[0-3]\d(?!\d)/g;

/**
 * The periods that the name of a file states ("q2-2024-recap", "tidymodels-2022-q4/index.md", "2025 Q2 Update",
 * "july-august-2015", "report-201806-201807"). A full date and a year or month folder tell when a post was published
 * and are left out; the months of a fiscal year are not known. For `index` and `readme` files the folder is the name; where the name states no period, a folder
 * that states a quarter or half with its year does ("2024-q2/recap.md").
 */
export function findSlugPeriods(path: string): SlugPeriod[] {
  const [name = '', folder = ''] = namesOf(path);
  const own = periodsOfName(name);
  return own.length > 0
    ? own
    : periodsOfName(folder).filter(({ unit, year }) => unit !== 'month' && year !== null);
}

function periodsOfName(name: string): SlugPeriod[] {
  const words = wordsOf(name);
  if (words.some((word) => /^(?:fy\d*|fiscal)$/.test(word))) return [];
  const atoms = joinAtoms(atomsOf(words), words);
  return atoms.map(({ from, to, ...named }) => ({ ...named, text: words.slice(from, to).join(' ') }));
}

/** The part of a path that names the post, without its ending. */
export function slugOf(path: string): string {
  return namesOf(path)[0] ?? '';
}

/** The names on a path from the post's own upwards. */
function namesOf(path: string): string[] {
  const [file = '', ...folders] = path
    .split('/')
    .filter((part) => part !== '')
    .reverse();
  const name = file.replace(/\.[A-Za-z]{1,8}$/, '');
  return /^_?(?:index|readme)$/i.test(name) ? folders : [name, ...folders];
}

function wordsOf(slug: string): string[] {
  return slug
    .replace(fullDate, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function atomsOf(words: readonly string[]): Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = quarterAt(words, at) ?? monthsAt(words, at);
    if (found === null) continue;
    const atom = withYear(found, words, atoms.at(-1)?.to ?? 0);
    if (atom.unit === 'half' && atom.year === null) continue;
    atoms.push(atom);
    at = atom.to - 1;
  }
  return atoms;
}

function quarterAt(words: readonly string[], at: number): Atom | null {
  const word = words[at] ?? '';
  const letterFirst = /^([qh])([1-4])(20\d\d)?$/.exec(word) ?? [];
  const yearFirst = /^(20\d\d)([qh])([1-4])$/.exec(word) ?? [];
  const countFirst = /^([1-4])(q)((?:20)?\d\d)?$/.exec(word) ?? [];
  const letter = letterFirst[1] ?? yearFirst[2] ?? countFirst[2];
  const index = Number(letterFirst[2] ?? yearFirst[3] ?? countFirst[1]);
  const year = yearOf(letterFirst[3] ?? yearFirst[1] ?? countFirst[3]);
  const place = { count: 1, from: at, to: at + 1, numeric: false };
  if (letter === 'q') return { unit: 'quarter', index, year, ...place };
  if (letter === 'h' && index <= 2) return { unit: 'half', index, year, ...place };
  const ordinal = ordinalNumbers.get(word);
  if (ordinal === undefined || words[at + 1] !== 'quarter') return null;
  return { unit: 'quarter', index: ordinal, year: null, ...place, to: at + 2 };
}

function yearOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  return Number(written) + (written.length === 2 ? 2000 : 0);
}

function monthsAt(words: readonly string[], at: number): Atom | null {
  const word = words[at] ?? '';
  const place = { unit: 'month', from: at, to: at + 1 } as const;
  const digits = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(word) ?? /^(0[1-9]|1[0-2])(20\d\d)$/.exec(word);
  if (digits !== null) {
    const [first = '', second = ''] = digits.slice(1);
    const [year, index] = first.length === 4 ? [first, second] : [second, first];
    return { ...place, index: Number(index), count: 1, year: Number(year), numeric: true };
  }
  // Beyond twelve names nothing is a run of months.
  if (word.length > 108 || !gluedMonths.test(word)) return null;
  const months = (word.match(oneMonth) ?? []).map((name) => monthNumbers.get(name) ?? 0);
  const first = months[0] ?? 0;
  const consecutive = months.every((month, step) => month === ((first + step - 1) % 12) + 1);
  return consecutive ? { ...place, index: first, count: months.length, year: null, numeric: false } : null;
}

/** Adds the year beside an atom: the word after it, else the word before it, else the only year of the name. */
function withYear(atom: Atom, words: readonly string[], taken: number): Atom {
  if (atom.year !== null) return atom;
  const yearAt = (at: number) => (/^(?:19|20)\d\d$/.test(words[at] ?? '') ? Number(words[at]) : null);
  const after = yearAt(atom.to);
  if (after !== null) return { ...atom, year: after, to: atom.to + 1 };
  const before = atom.from > taken || atom.from === 1 ? yearAt(atom.from - 1) : null;
  return before === null ? atom : { ...atom, year: before, from: atom.from - 1 };
}

function joinAtoms(atoms: readonly Atom[], words: readonly string[]): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    const between = last === undefined ? [] : words.slice(last.to, atom.from);
    const list = between.length === 0;
    const run =
      last !== undefined && (list || (between.length === 1 && joiners.has(between[0] ?? '')))
        ? runOf(last, atom, list || between[0] === 'and')
        : null;
    if (run === null || last === undefined) joined.push(atom);
    else
      joined[joined.length - 1] = {
        ...run,
        from: last.from,
        to: atom.to,
        numeric: last.numeric && atom.numeric,
      };
  }
  const years = new Set(words.filter((word) => /^(?:19|20)\d\d$/.test(word)));
  const only = years.size === 1 ? Number([...years][0]) : null;
  return joined
    .map((atom) => ({ ...atom, year: atom.year ?? only }))
    .filter((atom) => atom.year !== null || !isAlsoWord(words, atom));
}

/** "may" and "march" inside a name without a year are rather words: "what you may have missed". */
function isAlsoWord(words: readonly string[], atom: Atom): boolean {
  return (
    atom.from > 0 &&
    atom.count === 1 &&
    ['may', 'march', 'mar', 'jan', 'dec', 'sep'].includes(words[atom.from] ?? '')
  );
}
