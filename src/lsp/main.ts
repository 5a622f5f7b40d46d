import { createConnection, ProposedFeatures } from './protocol.ts';
import { serve } from './server.ts';

const connection = createConnection(ProposedFeatures.all);
serve(connection);
connection.listen();
