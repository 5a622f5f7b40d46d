import type { Parse } from '../document/document.ts';
import { RunError } from './run-error.ts';

/**
 * Loads the Markdown parser: the native one, or the JavaScript one where that was asked for or is all that loads.
 *
 * @param say is told where the other one is used
 * @throws RunError where the native one was asked for by name and does not load.
 */
export async function loadParser(
  name: 'satteri' | 'remark' | undefined,
  say: (message: string) => void,
): Promise<Parse> {
  if (name !== 'remark') {
    try {
      const { loadSatteri } = await import('../workspace/satteri.ts');
      return await loadSatteri();
    } catch (error) {
      const reason = reasons(error).join(' ');
      if (name === 'satteri') throw new RunError(reason);
      say(`${reason} remark is used instead, which is much slower.`);
    }
  }
  const { parseWithRemark } = await import('../document/remark.ts');
  return parseWithRemark;
}

/** The messages of an error and its causes, one line each. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.message.split('\n', 1)[0]!, ...reasons(error.cause)];
}
