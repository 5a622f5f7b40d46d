import { dirname, resolve } from 'node:path';
import type { FileResult, Finding } from '../engine/finding.ts';
import { refusalFinding } from '../engine/notices.ts';
import { loadParser } from '../project/parser.ts';
import { documentOf } from '../project/placed-document.ts';
import { placedTimeline } from '../project/placed-timeline.ts';
import { RunError } from '../project/run-error.ts';
import { openSession } from '../project/session.ts';
import { timeline, timelineJson } from '../reporters/timeline.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { print } from './print.ts';

/**
 * Prints what a post says of time, and what was made of it.
 *
 * @throws ConfigError, RunError where the file cannot be read
 */
export async function timelineCommand(file: string, flags: Flags): Promise<number> {
  const cwd = process.cwd();
  const path = resolve(cwd, file);
  const text = readText(path, file);
  const placed = await openSession(flags, cwd, notify).place(path, dirname(path));
  const document = documentOf(text, placed, await loadParser(flags.parser, notify));
  if (document.refusal) throw unreadable(file, refusalFinding(document.refusal));
  const result: FileResult = {
    path,
    root: placed.root,
    text,
    findings: [],
    timeline: placedTimeline(document, placed),
  };
  const report = flags.format[0]?.format === 'json' ? timelineJson : timeline;
  print(report([result], { cwd }));
  return 0;
}

function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readBytes(path);
  } catch (error) {
    throw new RunError(`"${name}" cannot be read: ${(error as Error).message}`);
  }
  const { text, problem } = decode(bytes);
  if (problem) throw unreadable(name, problem);
  return text;
}

function unreadable(name: string, { message }: Finding): RunError {
  return new RunError(`"${name}" cannot be read: ${message}`);
}
