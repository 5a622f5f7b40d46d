import type { Defence } from './defence.ts';
import { defences as edge } from './edge.ts';
import { defences as engine } from './engine.ts';
import { defences as files } from './files.ts';
import { defences as foreign } from './foreign.ts';
import { defences as fuzz } from './fuzz.ts';
import { defences as launch } from './launch.ts';
import { defences as linear } from './linear.ts';
import { defences as parser } from './parser.ts';
import { defences as patterns } from './patterns.ts';

/** What stands in one file of this folder. */
interface Area {
  readonly title: string;
  readonly defences: readonly Defence[];
}

/** All defences, in the order in which the page on reliability lists them. */
export const areas: Readonly<Record<string, Area>> = {
  parser: { title: 'Markdown parsers', defences: parser },
  linear: { title: 'Time', defences: linear },
  patterns: { title: 'Regular expressions, configuration, code', defences: patterns },
  foreign: { title: 'Plugins and patterns of others', defences: foreign },
  engine: { title: 'Rules, findings and fixes', defences: engine },
  fuzz: { title: 'Front matter, positions and repairs', defences: fuzz },
  files: { title: 'Files, git and caches', defences: files },
  edge: { title: 'Output, time and place, editors', defences: edge },
  launch: { title: 'Compiled code and the action', defences: launch },
};
