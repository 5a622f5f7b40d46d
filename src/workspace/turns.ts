import { setImmediate } from 'node:timers/promises';

/** How long work may go on before signals, which wait for the event loop, get their turn; in milliseconds. */
const longestTurn = 50;

let since = performance.now();

/** Whether the event loop has waited long enough; asking costs less than a microsecond. */
export function isTurnDue(): boolean {
  return performance.now() - since >= longestTurn;
}

/** Lets the event loop go round once. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
  since = performance.now();
}
