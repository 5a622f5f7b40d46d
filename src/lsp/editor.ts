import { type Connection, MessageType, ShowMessageNotification } from './protocol.ts';

/** What the server says to the user, and to the editor's log. */
export interface Editor {
  /** Writes to the log alone. */
  log(message: string): void;
  /** Shows a message, each once. */
  tell(message: string): void;
  /** A failure that nobody foresaw: the log has all of it. */
  failed(doing: string, error: unknown): void;
}

export function editorOf(connection: Connection): Editor {
  const told = new Set<string>();
  return {
    log: (message) => connection.console.log(message),
    tell: (message) => {
      if (told.has(message)) return;
      told.add(message);
      connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `recaplint: ${message}`,
      });
    },
    failed: (doing, error) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${doing}: this should not happen. ${reason}`);
    },
  };
}
