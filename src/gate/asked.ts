import type { FileSet } from '../engine/rule.ts';
import { digest } from './digest.ts';

/** A question about the workspace that a rule has asked, and what was answered. */
export interface Asked {
  readonly question: 'has' | 'list';
  readonly path: string;
  /** Digest of the answer. */
  readonly answer: string;
}

/** The files of a workspace, with a note of what is asked of them. */
export function listening(files: FileSet, asked: Asked[]): FileSet {
  const seen = new Set<string>();
  const note = (question: Asked['question'], path: string) => {
    const key = `${question} ${path}`;
    if (!seen.has(key)) asked.push({ question, path, answer: answerOf(files, { question, path }) });
    seen.add(key);
  };
  return {
    has(path) {
      note('has', path);
      return files.has(path);
    },
    list(path) {
      note('list', path);
      return files.list(path);
    },
  };
}

/** What is answered to a question today. */
export function answerOf(
  files: FileSet | null,
  { question, path }: Pick<Asked, 'question' | 'path'>,
): string {
  if (files === null) return '';
  return question === 'has' ? String(files.has(path)) : digest([...files.list(path)].sort().join('\0'));
}
