/** A place in a text as unist has it: lines and columns from 1; offsets from 0, without the BOM. */
export interface UnistPoint {
  line: number;
  column: number;
  offset: number;
}

/** From where to where, the end exclusive. */
export interface UnistPosition {
  start: UnistPoint;
  end: UnistPoint;
}

/** What is written here of a message of vfile. */
export interface PostMessage {
  /** True for errors, false for warnings, absent for what is only said. */
  fatal?: boolean | null | undefined;
  url?: string | undefined;
  note?: string | undefined;
  /** What stands there. */
  actual?: string | undefined;
  /** What could stand there, each by itself. */
  expected?: string[] | undefined;
}

/** What is asked of a file of vfile, without its types: the package needs none of unified's. */
export interface PostFile {
  readonly cwd: string;
  /** Absolute, or relative to `cwd`; absent for a text without a file. */
  readonly path?: string | undefined;
  readonly value: string | Uint8Array;
  message(reason: string, options: { place?: UnistPosition; ruleId?: string; source: string }): PostMessage;
  info(reason: string, options: { source: string }): PostMessage;
}
