import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is: `RECAPLINT_CHROMIUM`, else Debian's. */
const executablePath = process.env.RECAPLINT_CHROMIUM ?? '/usr/bin/chromium';

/** Whether tests may be skipped: Chromium is not there, and nothing says that it must be. */
export const isWithoutChromium = !existsSync(executablePath) && process.env.RECAPLINT_E2E !== '1';

/** Starts Chromium so that it does nothing of its own accord. */
export function startChromium(): Promise<Browser> {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // It refuses to run as root inside its sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return chromium.launch({ executablePath, args, headless: true });
}
