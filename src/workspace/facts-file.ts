import type { PostFacts } from '../series/facts.ts';
import { readFacts } from '../series/written-facts.ts';
import { decode } from './decode.ts';
import { readBytes } from './read.ts';

/**
 * Reads facts that `recaplint facts` has written, one post a line. Of a path that stands there twice, the last one
 * counts.
 *
 * @throws Error with a sentence that names the line, where the file cannot be read or holds something else
 */
export function readFactsFile(file: string): PostFacts[] {
  const { text, problem } = decode(readBytes(file));
  if (problem) throw new Error(problem.message.replace(/\.$/, ''));
  const byPath = new Map<string, PostFacts>();
  // Some shells begin what they redirect into a file with a byte order mark.
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const facts = readLine(line, index + 1);
    byPath.set(facts.path, facts);
  }
  return [...byPath.values()];
}

function readLine(line: string, number: number): PostFacts {
  try {
    return readFacts(line);
  } catch (error) {
    throw new Error(`line ${number} ${(error as Error).message}`);
  }
}
