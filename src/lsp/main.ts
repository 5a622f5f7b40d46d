import { serve } from './server.ts';
import { openConnection } from './transport.ts';

const connection = openConnection(process.argv.slice(2));
serve(connection);
connection.listen();
