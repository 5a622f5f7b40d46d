import { createConnection, ProposedFeatures } from './protocol.ts';
import { serve } from './server.ts';
import { keepStandardOutput } from './standard-output.ts';

const connection = process.argv.includes('--stdio')
  ? createConnection(ProposedFeatures.all, process.stdin, keepStandardOutput())
  : createConnection(ProposedFeatures.all);
// The channel of Node does not keep a process from waiting for nothing once the editor is gone.
process.once('disconnect', () => process.exit(1));
serve(connection);
connection.listen();
