import type { Defence } from './defence.ts';
import { defences as edge } from './edge.ts';
import { defences as engine } from './engine.ts';
import { defences as files } from './files.ts';
import { defences as launch } from './launch.ts';

/** What stands in one file of this folder. */
interface Area {
  readonly title: string;
  readonly defences: readonly Defence[];
}

/** All defences, in the order in which the page on reliability lists them. */
export const areas: Readonly<Record<string, Area>> = {
  engine: { title: 'Rules, findings and fixes', defences: engine },
  files: { title: 'Files, git and caches', defences: files },
  edge: { title: 'Output, time and place, editors', defences: edge },
  launch: { title: 'Compiled code and the action', defences: launch },
};
