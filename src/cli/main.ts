import { isMainThread } from 'node:worker_threads';
import { run } from './program.ts';

// A reader such as `head` may leave early. The run is then over as if it had read everything; any other failure to
// print means that findings were lost.
let lost = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  lost = true;
  process.stderr.write(`recaplint: the findings cannot be printed: ${error.message}\n`);
});
process.stderr.on('error', () => {});
process.on('exit', () => {
  if (lost) process.exitCode = 2;
});

// Not awaited: what the run loads later imports from the file that this becomes part of, and would wait for it for ever.
if (isMainThread) {
  run(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
} else {
  import('./lint-worker.ts').then(({ lintInWorker }) => lintInWorker());
}
