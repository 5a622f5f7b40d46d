import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 compile regular expressions to machine code when they are first run. By itself it makes code of its own
 * interpreter first, and machine code for the second run, which most of ours come to within one post.
 *
 * To be called before anything comes out of the cache: V8 refuses what was compiled under other flags.
 */
export function compileAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
