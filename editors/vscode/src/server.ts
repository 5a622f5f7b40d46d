import { ExecuteCommandRequest, type LanguageClient } from 'vscode-languageclient/node';

/** The commands of the server, which are not those of the extension: the client registers them under their own names. */
export interface Server {
  /** @throws ResponseError whose message is for the user */
  execute<T>(name: 'fixAll' | 'timeline' | 'series' | 'newIssue', ...args: readonly unknown[]): Promise<T>;
}

export function serverOf(client: LanguageClient): Server {
  return {
    execute: (name, ...args) =>
      client.sendRequest(ExecuteCommandRequest.method, {
        command: `recaplint.server.${name}`,
        arguments: args,
      }),
  };
}
