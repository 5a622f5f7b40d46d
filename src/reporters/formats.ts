import type { Reporter } from './report.ts';

/** The formats that `--format` knows. Each is loaded when it is asked for. */
export const formats = {
  stylish: async (): Promise<Reporter> => (await import('./stylish.ts')).stylish,
  full: async (): Promise<Reporter> => (await import('./full.ts')).full,
  github: async (): Promise<Reporter> => (await import('./github.ts')).github,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).junit,
  checkstyle: async (): Promise<Reporter> => (await import('./checkstyle.ts')).checkstyle,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  jsonl: async (): Promise<Reporter> => (await import('./jsonl.ts')).jsonl,
  sarif: async (): Promise<Reporter> => (await import('./sarif.ts')).sarif,
  gitlab: async (): Promise<Reporter> => (await import('./gitlab.ts')).gitlab,
  rdjson: async (): Promise<Reporter> => (await import('./rdjson.ts')).rdjson,
  lsp: async (): Promise<Reporter> => (await import('./lsp.ts')).lsp,
  html: async (): Promise<Reporter> => (await import('./html.ts')).html,
};
export type Format = keyof typeof formats;

/** The formats that show what posts say of time. */
export const formatsWithTimelines: ReadonlySet<Format> = new Set<Format>(['html']);
