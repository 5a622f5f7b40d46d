import { tellSteps } from '../project/paced.ts';
import { reasonOf } from '../workspace/refusals.ts';
import { endAccounts } from './account.ts';
import { endOnSignals } from './interrupt.ts';
import { notify } from './messages.ts';
import { run } from './program.ts';
import { progress } from './progress.ts';
import { endGuard, guardRun } from './strangers.ts';

// A reader such as `head` may leave early. The run is then over as if it had read everything; any other failure to
// print means that findings were lost.
let lost = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || lost) return;
  lost = true;
  notify(`not everything could be printed: ${reasonOf(error)}.`);
});
process.stderr.on('error', () => {});
process.on('exit', () => {
  progress.clear();
  if (lost) process.exitCode = 2;
});

endOnSignals();
tellSteps(progress.say);
// A server has a guard of its own.
const begin = (command: string) => command !== 'lsp' && guardRun();
run(process.argv.slice(2), begin).then((code) => {
  process.exitCode = code;
  endGuard();
  // A pipe may take a while to be read.
  endAccounts('the run was over', () => process.stdout.writableLength === 0);
});
