// Loaded into a server (`node --expose-gc --require`): asked by SIGUSR2, it says on standard error how many bytes of its
// heap are in use after the garbage is gone.
process.on('SIGUSR2', () => {
  globalThis.gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
