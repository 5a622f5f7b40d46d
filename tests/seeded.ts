import * as fc from 'fast-check';

// The same cases in every run: a change is told from what it changed, not by chance. RECAPLINT_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.RECAPLINT_SEED ?? 20240507) });
