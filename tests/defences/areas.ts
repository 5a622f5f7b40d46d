import type { Defence } from './defence.ts';
import * as engine from './engine.ts';
import * as launch from './launch.ts';

/** All defences, in the order in which the page on reliability lists them; what stands in one file is an area. */
export const areas: Readonly<
  Record<string, { readonly title: string; readonly defences: readonly Defence[] }>
> = {
  engine,
  launch,
};
