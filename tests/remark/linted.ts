import { recaplint } from '../e2e/run.ts';

/** A message of vfile as data. */
export interface Told {
  readonly reason: string;
  readonly ruleId?: string;
  readonly source?: string;
  readonly fatal?: boolean;
  readonly url?: string;
  readonly note?: string;
  readonly actual?: string;
  readonly expected?: readonly string[];
  readonly place?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly line: number; readonly column: number; readonly offset: number };
  };
}

/** What is compared between remark and the command line. */
export interface Compared {
  readonly place: readonly number[];
  readonly ruleId: string | undefined;
  readonly message: string;
  readonly isError: boolean;
  readonly url: string | undefined;
}

/** Messages of vfile, to be compared. */
export function toldOf(messages: readonly Told[]): Compared[] {
  return messages.map(({ place, ruleId, reason, fatal, url }) => {
    const { start, end } = place!;
    return {
      place: [start.line, start.column, end.line, end.column],
      ruleId,
      message: reason,
      isError: fatal!,
      url,
    };
  });
}

interface Diagnostic {
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
}

/** What the command line finds in files: their places and words from one format, the addresses of pages from another. */
export function foundBy(args: readonly string[], cwd: string): Map<string, Compared[]> {
  const files = JSON.parse(recaplint(['--format', 'json', ...args], { cwd }).stdout);
  const lines = recaplint(['--format', 'lsp', ...args], { cwd })
    .stdout.trim()
    .split('\n');
  const diagnostics = lines.map((line): Diagnostic[] => JSON.parse(line).params.diagnostics);
  return new Map(
    // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the report
    files.map(({ filePath, messages }: any, index: number) => [
      filePath,
      // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the report
      messages.map((message: any, at: number) => ({
        place: [message.line, message.column, message.endLine, message.endColumn],
        ruleId: message.ruleId,
        message: message.message,
        isError: message.severity === 2,
        url: diagnostics[index]![at]!.codeDescription?.href,
      })),
    ]),
  );
}
