import { didYouMean } from '../config/nearest.ts';
import { shortLine } from '../reporters/message-text.ts';

/** A wrong value is shown in a message, up to so many UTF-16 units. */
const longestValue = 80;

/** What each option may be: one of some words, text, or true and false. */
const kinds = {
  configFile: 'text',
  parser: ['auto', 'satteri', 'remark'],
  run: ['onType', 'onSave'],
  scope: ['open', 'workspace'],
  codeLens: 'flag',
} as const;
type Key = keyof typeof kinds;

/** What the user of an editor sets, for one folder or all; `docs/editors.md` says what each means. */
export interface EditorOptions {
  /** Relative to the folder; empty: the nearest one. */
  readonly configFile: string;
  readonly parser: 'auto' | 'satteri' | 'remark';
  readonly run: 'onType' | 'onSave';
  /** Whether an editor that asks for the findings of the workspace gets those of posts that are not open, too. */
  readonly scope: 'open' | 'workspace';
  readonly codeLens: boolean;
}

export const defaultOptions: EditorOptions = {
  configFile: '',
  parser: 'auto',
  run: 'onType',
  scope: 'workspace',
  codeLens: true,
};

/** Options that editors keep beside those of the server. */
const foreign = ['enable', 'trace', 'trusted', 'status'];

/** What an editor says once, when it starts the server. */
export interface StartOptions {
  /** Whether the user trusts what lies in the workspace, so that programs in it may run. */
  readonly trusted: boolean;
  /** Whether the editor shows what posts are about, and is told of it. */
  readonly status: boolean;
  readonly options: EditorOptions;
}

export function startOptions(given: unknown, say: (message: string) => void): StartOptions {
  const { trusted, status, ...options } = isObject(given) ? given : {};
  return { trusted: trusted === true, status: status === true, options: readOptions(options, say) };
}

/**
 * Reads options; what is unknown or wrong is said, and the default counts.
 *
 * @param base the options that count where these say nothing
 */
export function readOptions(
  given: unknown,
  say: (message: string) => void,
  base: EditorOptions = defaultOptions,
): EditorOptions {
  const known: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(isObject(given) ? given : {})) {
    if (value === null || value === undefined || foreign.includes(key)) continue;
    if (!isKey(key)) say(`There is no option "recaplint.${key}".${didYouMean(key, Object.keys(kinds))}`);
    else if (isRight(key, value)) known[key] = value;
    else say(`"recaplint.${key}" cannot be ${written(value)}: it is ${expected(key)}.`);
  }
  return { ...base, ...known };
}

/** A value that is wrong, as JSON where that is short. */
function written(value: unknown): string {
  return typeof value === 'object' ? 'a list or a group' : shortLine(JSON.stringify(value), longestValue);
}

function isKey(key: string): key is Key {
  return Object.hasOwn(kinds, key);
}

function isRight(key: Key, value: unknown): boolean {
  const kind: string | readonly unknown[] = kinds[key];
  if (typeof kind !== 'string') return kind.includes(value);
  return typeof value === (kind === 'flag' ? 'boolean' : 'string');
}

function expected(key: Key): string {
  const kind: string | readonly string[] = kinds[key];
  if (typeof kind !== 'string') return kind.map((word) => `"${word}"`).join(' or ');
  return kind === 'flag' ? 'true or false' : 'text';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
