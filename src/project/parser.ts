import type { Parse } from '../document/document.ts';
import { RunError } from './run-error.ts';

/** Which parser is wanted; `auto`, like nothing at all, means the fastest that loads. */
export type ParserChoice = 'auto' | 'satteri' | 'remark' | undefined;

/** A Markdown parser with what it is called where people read it: `satteri`, `satteri (WebAssembly)` or `remark`. */
export interface NamedParser {
  readonly name: string;
  readonly parse: Parse;
}

/** Loads the Markdown parser as {@link loadNamedParser} does, for those who need not say which one it is. */
export async function loadParser(choice: ParserChoice, say: (message: string) => void): Promise<Parse> {
  return (await loadNamedParser(choice, say)).parse;
}

/**
 * Loads the Markdown parser: satteri, or the JavaScript one where that was asked for or is all that loads.
 *
 * @param say is told where the other one is used
 * @throws RunError where satteri was asked for by name and does not load.
 */
export async function loadNamedParser(
  choice: ParserChoice,
  say: (message: string) => void,
): Promise<NamedParser> {
  if (choice !== 'remark') {
    try {
      // In an editor's extension, its WebAssembly build stands in this file's place (scripts/extension.mjs).
      const { loadSatteri, satteriName } = await import('../workspace/satteri.ts');
      return { name: satteriName, parse: await loadSatteri() };
    } catch (error) {
      const reason = reasons(error).join(' ');
      if (choice === 'satteri') throw new RunError(reason);
      say(`${reason} remark is used instead, which is much slower.`);
    }
  }
  const [{ parseWithRemark }, { clockedParse }] = await Promise.all([
    import('../document/remark.ts'),
    import('./clocked-parse.ts'),
  ]);
  return { name: 'remark', parse: clockedParse(parseWithRemark) };
}

/** The messages of an error and its causes, one line each. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.message.split('\n', 1)[0]!, ...reasons(error.cause)];
}
