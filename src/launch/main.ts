import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type CodeCache, openOwnCache } from './code-cache.ts';
import { createLoader, type Fresh } from './load.ts';
import { optimiseLittle } from './optimising.ts';
import { compileAtOnce } from './patterns.ts';

/** Keeps what was compiled, when the run is over: by then it is known which functions a run needs. */
function keepAtExit(cache: CodeCache, files: readonly Fresh[]): void {
  if (!cache.prepare()) return;
  // Or V8 throws away what was needed at the start alone.
  setFlagsFromString('--no-flush-bytecode');
  process.once('exit', () => {
    // What is made under other flags is refused.
    setFlagsFromString('--flush-bytecode');
    for (const { file, source, script } of files) cache.write(file, source, () => script.createCachedData());
  });
}

compileAtOnce();
optimiseLittle();
const cache = openOwnCache();
const fresh: Fresh[] = [];
const load = createLoader(cache, (file) => {
  if (cache && fresh.push(file) === 1) keepAtExit(cache, fresh);
});
load(join(dirname(fileURLToPath(import.meta.url)), 'cli.cjs'));
