import { expect, test } from 'vitest';
import type { Session } from './session.ts';
import { inPost, inWindowsFile, type Marked, repaired } from './workspace.ts';

/** What the script of each editor prints: what its user sees after each step. */
export interface Facts {
  readonly opened: readonly Marked[];
  readonly windows: { readonly format: string; readonly findings: readonly Marked[] };
  readonly typed: Marked;
  readonly afterEarlierPost: readonly Marked[];
  readonly actions: readonly string[];
  readonly afterAction: string;
  readonly afterSave: readonly Marked[];
  readonly afterConfiguration: readonly Marked[];
  readonly exit: { readonly code: number };
}

const codes = (findings: readonly Marked[]) => findings.map(({ code }) => code);

/**
 * The tests of a session, which are the same for each editor.
 *
 * @param session gives the one session that all tests are about, once it is over
 * @param shown how the editor words the message of a finding
 */
export function judge(session: () => Promise<Session<Facts>>, shown: (finding: Marked) => string): void {
  const worded = (finding: Marked) => ({ ...finding, message: shown(finding) });
  const facts = async () => (await session()).facts;

  test('the very characters are marked, behind emoji and Chinese signs too', async () => {
    expect((await facts()).opened).toEqual(inPost.map(worded));
  });

  test('they are marked in a file with Windows line endings', async () => {
    expect((await facts()).windows).toEqual({ format: 'dos', findings: inWindowsFile.map(worded) });
  });

  test('the marks move with what is typed before them', async () => {
    const before = '👩‍🚀 東京: The 😀 librarian greets you at';
    expect((await facts()).typed).toEqual({ ...worded(inPost[1]!), before });
  });

  test('what stands in an earlier post counts before it is saved', async () => {
    const { afterEarlierPost } = await facts();
    expect(codes(afterEarlierPost)).toEqual(codes(inPost).filter((code) => code !== 'no-copied-text'));
  });

  test('a code action is applied', async () => {
    const { actions, afterAction } = await facts();
    expect(actions).toEqual([
      'Write "second quarter of 2024" (check the result)',
      'Disable `no-quarter-mixup` for this line',
      'Disable `no-quarter-mixup` for this file',
      'Fix all that recaplint can fix safely',
    ]);
    expect(afterAction).toBe(
      '😀 漢字 In the second quarter of 2024 the association opened its library to everyone.',
    );
  });

  test('saving repairs what is safe to repair, as the guide says, and keeps line endings', async () => {
    const { facts, read } = await session();
    expect(codes(facts.afterSave)).toEqual(['no-repeated-word']);
    const post = repaired['posts/q2-2024-recap.md'].replace('The 😀', '👩‍🚀 東京: The 😀');
    expect(read('posts/q2-2024-recap.md')).toBe(post);
    expect(read('notes/crlf.md')).toBe(repaired['notes/crlf.md']);
  });

  test('a change of the configuration counts at once', async () => {
    const { afterConfiguration } = await facts();
    const repeated = afterConfiguration.find(({ code }) => code === 'no-repeated-word');
    expect(repeated).toMatchObject({ severity: 'ERROR' });
  });

  test('one server ran; it has ended well, without a word beside the protocol', async () => {
    const { facts, servers, errors } = await session();
    expect(facts.exit.code).toBe(0);
    expect(servers).toMatchObject([{ running: false }]);
    expect(errors).toBe('');
  });
}
