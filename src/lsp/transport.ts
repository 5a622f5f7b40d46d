import { connect } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { visible } from '../reporters/visible.ts';
import { framedMessages } from './framing.ts';
import { type Connection, createConnection, ProposedFeatures } from './protocol.ts';
import { keepStandardOutput } from './standard-output.ts';

const options = {
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  socket: { type: 'string' },
  pipe: { type: 'string' },
} as const;

/**
 * The connection to the editor that its command line asks for. The process ends with it: with 0 where the editor had the
 * server shut down, else with 1; with 2 where there is no editor to connect to.
 */
export function openConnection(args: readonly string[]): Connection {
  const { values } = parseArgs({ args: [...args], options, strict: false });
  if (values['node-ipc'] === true) return overChannel();
  if (values.socket !== undefined)
    return overSocket(`port ${values.socket}`, { port: portOf(values.socket) });
  if (values.pipe !== undefined) return overSocket(`the pipe "${values.pipe}"`, { path: `${values.pipe}` });
  return createConnection(ProposedFeatures.all, messagesOf(process.stdin), keepStandardOutput());
}

function overChannel(): Connection {
  if (!process.send) refuse('--node-ipc is for programs that start the server as a child process of Node.');
  process.once('disconnect', () => process.exit(1));
  return createConnection(ProposedFeatures.all);
}

function overSocket(where: string, address: { port: number } | { path: string }): Connection {
  const socket = connect(address);
  const unheard = ({ message }: Error) => refuse(`no editor listens on ${where}: ${message}.`);
  socket.once('error', unheard);
  socket.once('connect', () => socket.off('error', unheard));
  return createConnection(ProposedFeatures.all, messagesOf(socket), socket);
}

/** The messages in what an editor sends. The library ends the process with them. */
function messagesOf(input: Readable): Readable {
  const messages = framedMessages((reason) => {
    process.stderr.write(`recaplint: the editor's messages cannot be read: ${reason}.\n`);
    process.exit(1);
  });
  return pipeline(input, messages, () => {});
}

function portOf(value: string | boolean): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  return refuse(`--socket takes the number of a port, from 1 to 65535, and not "${value}".`);
}

function refuse(reason: string): never {
  process.stderr.write(`recaplint: ${visible(reason)}\n`);
  process.exit(2);
}
