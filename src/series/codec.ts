import type { Placed } from './facts.ts';

/** How a value is written as plain JSON, and read back. */
export interface Codec<T> {
  write(value: T): unknown;
  /** @throws Error where something else was written */
  read(written: unknown): T;
}

/** The codecs of the properties of an object, all of them. */
export type Fields<T> = { readonly [K in keyof Required<T>]: Codec<T[K]> };

/** A value that is written as it stands, where `is` says that it is one. */
function plain<T>(is: (written: unknown) => written is T): Codec<T> {
  return {
    write: (value) => value,
    read(written) {
      if (!is(written)) throw new Error('not what stands here');
      return written;
    },
  };
}

export const text = plain((written) => typeof written === 'string');
export const flag = plain((written) => typeof written === 'boolean');
export const integer = plain((written): written is number => Number.isSafeInteger(written));

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Codec<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  return plain((written): written is T => known.has(written));
}

/** How often each of some words stands somewhere. */
export const counts: Codec<Readonly<Record<string, number>>> = plain(
  (written): written is Record<string, number> =>
    isObject(written) && Object.values(written).every(Number.isSafeInteger),
);

/** Two numbers under each of some words. */
export const countPairs: Codec<Readonly<Record<string, readonly [number, number]>>> = plain(
  (written): written is Record<string, [number, number]> =>
    isObject(written) &&
    Object.values(written).every(
      (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isSafeInteger),
    ),
);

export function nullable<T>({ write, read }: Codec<T>): Codec<T | null> {
  return {
    write: (value) => (value === null ? null : write(value)),
    read: (written) => (written === null ? null : read(written)),
  };
}

/** A property that may be absent. */
export function optional<T>({ write, read }: Codec<T>): Codec<T | undefined> {
  return {
    write: (value) => (value === undefined ? undefined : write(value)),
    read: (written) => (written == null ? undefined : read(written)),
  };
}

export function list<T>({ write, read }: Codec<T>): Codec<readonly T[]> {
  return { write: (values) => values.map(write), read: (written) => arrayOf(written).map(read) };
}

/** An object, under the names of its properties. What else stands there is passed over. */
export function object<T extends object>(fields: Fields<T>): Codec<T> {
  const all = entries(fields);
  return {
    write: (value) => Object.fromEntries(all.map(([name, { write }]) => [name, write(value[name])])),
    read(written) {
      if (!isObject(written)) throw new Error('no object');
      const value = {} as T;
      for (const [name, { read }] of all) set(value, name, read(written[name as string]));
      return value;
    },
  };
}

/**
 * A value with its place, as `[value, place, …]` with the other properties in their order. The place is where it starts;
 * where it is not as long as what is written, `[start, end]`.
 */
export function placed<T extends Placed<unknown>>({ value, ...others }: Fields<Omit<T, 'range'>>): Codec<T>;
export function placed({ value, ...others }: Fields<Record<string, unknown>>): Codec<Placed<unknown>> {
  const rest = entries(others as Fields<Record<string, unknown>>);
  return {
    write(fact) {
      const written = value!.write(fact.value);
      const { start, end } = fact.range;
      const place = end - start === lengthOf(written) ? start : [start, end];
      const properties = fact as unknown as Record<string, unknown>;
      return [written, place, ...rest.map(([name, { write }]) => write(properties[name]))];
    },
    read(written) {
      const parts = arrayOf(written);
      const fact: Record<string, unknown> = {
        value: value!.read(parts[0]),
        range: rangeOf(parts[1], lengthOf(parts[0])),
      };
      for (const [index, [name, { read }]] of rest.entries()) set(fact, name, read(parts[index + 2]));
      return fact as unknown as Placed<unknown>;
    },
  };
}

/** Leaves what is absent out. */
function set<T>(object: T, name: keyof T, value: T[keyof T]): void {
  if (value !== undefined) object[name] = value;
}

function rangeOf(place: unknown, length: number): Placed<unknown>['range'] {
  if (!Array.isArray(place)) {
    const start = integer.read(place);
    return { start, end: start + length };
  }
  return { start: integer.read(place[0]), end: integer.read(place[1]) };
}

function lengthOf(written: unknown): number {
  return typeof written === 'string' ? written.length : 0;
}

function arrayOf(written: unknown): readonly unknown[] {
  if (!Array.isArray(written)) throw new Error('no list');
  return written;
}

function isObject(written: unknown): written is Record<string, unknown> {
  return written !== null && typeof written === 'object' && !Array.isArray(written);
}

function entries<T>(fields: Fields<T>): [keyof T, Codec<T[keyof T]>][] {
  return Object.entries(fields) as [keyof T, Codec<T[keyof T]>][];
}
