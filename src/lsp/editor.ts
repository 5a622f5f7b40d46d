import { editorText } from '../reporters/message-text.ts';
import { type Connection, MessageType, ShowMessageNotification } from './protocol.ts';

/** What the server says to the user, and to the editor's log. */
export interface Editor {
  /** Writes to the log alone, each message once until what was told is forgotten. */
  log(message: string): void;
  /** Shows a message, each once until what was told is forgotten. */
  tell(message: string): void;
  /** Configuration and options are read anew: what is still wrong with them is told again. */
  forgetTold(): void;
  /** A failure that nobody foresaw: the log has all of it. */
  failed(doing: string, error: unknown): void;
}

export function editorOf(connection: Connection): Editor {
  const told = new Set<string>();
  const isNew = (message: string) => !told.has(message) && told.add(message).size > 0;
  return {
    log: (message) => {
      if (isNew(message)) connection.console.log(said(message));
    },
    tell: (message) => {
      if (!isNew(message)) return;
      connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `recaplint: ${said(message)}`,
      });
    },
    forgetTold: () => told.clear(),
    failed: (doing, error) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(said(`${doing}: this should not happen. ${reason}`));
    },
  };
}

/** Nobody reads more lines of a message. */
const mostLines = 50;

/**
 * A message as an editor may show it: nothing in its lines moves or hides, and none is long. What VS Code would make a link
 * of, and one that runs a command, stays text.
 */
export function said(message: string): string {
  const lines = message.split('\n', mostLines).map(editorText);
  return lines.join('\n').replaceAll('](', '] (');
}
