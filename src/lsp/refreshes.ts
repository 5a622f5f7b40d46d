import type { Begun } from './begun.ts';
import { CodeLensRefreshRequest } from './protocol.ts';

/** How long nothing must change before an editor is told to ask again, in milliseconds. */
const quiet = 150;

/** Tells an editor to ask again for what it was told before, where it can be told that. */
export class Refreshes {
  readonly #begun: Begun;
  #timer: NodeJS.Timeout | undefined;

  constructor(begun: Begun) {
    this.#begun = begun;
  }

  diagnostics(): void {
    const { client, connection, editor } = this.#begun;
    if (!client.refreshesDiagnostics) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      connection.languages.diagnostics
        .refresh()
        .catch((error) => editor.failed('asking the editor to look again', error));
    }, quiet);
  }

  lenses(): void {
    const { client, connection, editor } = this.#begun;
    if (!client.refreshesLenses) return;
    connection
      .sendRequest(CodeLensRefreshRequest.type)
      .catch((error) => editor.failed('asking the editor for lenses', error));
  }
}
