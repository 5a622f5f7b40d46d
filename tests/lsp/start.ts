import { onTestFinished } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { makeFolder } from '../folder.ts';
import { Client, type ClientSetup } from './client.ts';

/** A client with a server of its own, which is ended with the running test whatever it is doing. */
export async function start(setup: ClientSetup): Promise<Client> {
  const client = await Client.start(setup);
  onTestFinished(() => client.kill());
  return client;
}

/** A repository with posts. */
export function workspace(files: Readonly<Record<string, string>> = {}): string {
  return makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n', ...files });
}

/** Rule ids of findings. */
export function codes(found: readonly Diagnostic[]) {
  return found.map(({ code }) => code);
}
