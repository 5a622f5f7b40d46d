import { setImmediate } from 'node:timers/promises';

/** How long work may go on before signals, which wait for the event loop, get their turn; in milliseconds. */
const longestTurn = 50;

/** Milliseconds since this process began. Unlike `performance`, what says so is there before anything is loaded. */
export const elapsed = (): number => process.uptime() * 1000;

let since = elapsed();

/** Whether the event loop has waited long enough; asking costs less than a microsecond. */
export function isTurnDue(): boolean {
  return elapsed() - since >= longestTurn;
}

/** Lets the event loop go round once. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
  since = elapsed();
}
