import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openOwnCache } from './code-cache.ts';
import { createLoader } from './load.ts';

// All threads of a run compile the same, and nobody knows which of them ends first: the run itself keeps it.
const load = createLoader(openOwnCache(), () => {});
load(join(dirname(fileURLToPath(import.meta.url)), 'thread.cjs'));
