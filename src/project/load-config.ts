import type { DocumentInput } from '../document/create.ts';
import type { Parse } from '../document/document.ts';
import type { LintContext } from '../engine/lint.ts';
import type { Rule } from '../engine/rule.ts';
import type { Settings } from '../engine/settings.ts';

/** What decides on configuration beside the files that are found. */
export interface LoadConfigOptions {
  /** The folder that relative paths start from; by default the current one. */
  readonly cwd?: string;
  /** A configuration file that counts in place of the nearest ones, like `--config`. */
  readonly config?: string;
  /** Settings that win over every file, each as `id: level`, like `--rule`. */
  readonly rule?: readonly string[];
  /** Whether programs that the configuration names may run; `false` is `--no-code`. By default they may. */
  readonly code?: boolean;
  /** Whether suppression comments in posts count; `false` is `--no-inline-config`. By default they do. */
  readonly inlineConfig?: boolean;
  /** Is told, in a sentence each, what was left out because `code` is `false`. By default nobody is. */
  readonly notify?: (message: string) => void;
}

/** The text of one post with all that `lint` and `fixPost` want to know of it. */
export interface ConfiguredPost {
  /** For `createDocument` and `fixPost`. */
  readonly input: DocumentInput;
  /** The rules that are on for the post, and what is said of its series. */
  readonly settings: Settings;
  /** The files that its links may point at, and what plugins of remark say of the text. */
  readonly context: LintContext;
  /** Whether the configuration leaves the post out when its folder is linted. */
  readonly ignored: boolean;
}

/** The configuration of a workspace, found and read as the command line does it. */
export interface WorkspaceConfig {
  /** Absolute path of the configuration file that counts for the path that was given; null where there is none. */
  readonly file: string | null;
  /** recaplint's rules and those of the plugins in every configuration that was read so far, by id. */
  rules(): readonly Rule[];
  /**
   * How a post is linted. Each file has the nearest configuration, as on the command line; each configuration is read once.
   *
   * @param file relative to `cwd`, or absolute; it need not exist
   * @throws ConfigError where its configuration cannot be used
   */
  settingsFor(file: string): Promise<Settings>;
  /**
   * A text as the post in a file, ready for `lint` and `fixPost`.
   *
   * @param file relative to `cwd`, or absolute; it need not exist
   * @param source the text; the file is not read
   * @param parse the Markdown parser; by default `parseWithRemark`
   * @throws ConfigError where its configuration cannot be used
   */
  postAt(file: string, source: string, parse?: Parse): Promise<ConfiguredPost>;
}

/**
 * Finds and checks the configuration of a file or folder. This is the one function of the package that reads files: it
 * works in Node alone, and what it needs is loaded when it is first called.
 *
 * @param path a post or a folder, relative to `cwd` or absolute
 * @throws ConfigError where the configuration cannot be used: its message and its `problems` name file, place and reason
 */
export async function loadConfig(path: string, options: LoadConfigOptions = {}): Promise<WorkspaceConfig> {
  const { openConfig } = await import('./open-config.ts');
  return openConfig(path, options);
}
