import type { Buffers } from './buffers.ts';
import type { Client } from './client.ts';
import type { Editor } from './editor.ts';
import type { StartOptions } from './options.ts';
import type { Connection } from './protocol.ts';

/** What one editor has told of itself, and the texts that it has open. */
export interface Begun {
  readonly connection: Connection;
  readonly editor: Editor;
  readonly client: Client;
  readonly start: StartOptions;
  readonly buffers: Buffers;
  /** Addresses of the folders of the workspace at first. */
  readonly folders: readonly string[];
}
