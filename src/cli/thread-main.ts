import { lintInWorker } from './lint-worker.ts';

// What a thread cannot go on after ends it, and is told to the run that has started it.
lintInWorker();
