import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FuzzEditor, type Habits } from './fuzz-editor.ts';
import { canBeFiles, commandLine, freshly } from './fuzz-fresh.ts';
import { type Step, step } from './fuzz-steps.ts';

/** So many times as much as usual, with other steps each time. */
const factor = Number(process.env.RECAPLINT_FUZZ ?? 0);
const seed = Number(process.env.RECAPLINT_SEED ?? (factor > 0 ? Date.now() % 2 ** 31 : 20240507));
/** How many steps an editor takes. */
const length = 400;
/** The longest that a failing run is made shorter, in milliseconds. */
const shrinking = 100_000;

const editors: readonly Habits[] = [
  { encoding: 'utf-16', pulls: false, resolves: true, hostile: false },
  { encoding: 'utf-8', pulls: false, resolves: false, hostile: true },
  { encoding: 'utf-32', pulls: false, resolves: true, hostile: true },
  { encoding: 'utf-16', pulls: true, resolves: false, hostile: true },
  { encoding: 'utf-8', pulls: true, resolves: true, hostile: false },
];

/** Lives through some steps, and compares at their end; also with the command line, where files can hold the texts. */
async function live(habits: Habits, steps: readonly Step[]): Promise<void> {
  const editor = await FuzzEditor.start(habits);
  try {
    for (const text of [1, 4, 3, 5]) await editor.take({ kind: 'open', text });
    for (const one of steps) await editor.take(one);
    await editor.compare(true);
    const { state } = editor;
    if (canBeFiles(state)) {
      const fresh = await freshly(state);
      for (const [uri, said] of commandLine(state)) expect(said).toEqual(fresh.get(uri));
    } else expect(habits.hostile).toBe(true);
    expect(await editor.stop()).toBe(0);
  } finally {
    editor.kill();
  }
}

describe.each(editors)('random edits, with places in $encoding', (habits) => {
  const how = `${habits.pulls ? 'asked for' : 'sent'}, ${habits.hostile ? 'of texts that no file holds' : 'of files'}`;

  test(`leave the findings (${how}) equal to those of a fresh lint`, async () => {
    for (let run = 0; run < Math.max(1, factor); run++) {
      const steps = fc.sample(step(habits.hostile), { seed: seed + run, numRuns: length });
      // All steps first; where that fails, fewer and fewer of them.
      await fc.assert(
        fc.asyncProperty(fc.subarray(steps), (taken) => live(habits, taken)),
        { examples: [[steps]], numRuns: 1, interruptAfterTimeLimit: shrinking, seed: seed + run },
      );
    }
  }, 3_600_000);
});
