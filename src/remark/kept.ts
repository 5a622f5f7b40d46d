import { dirname } from 'node:path';
import type { Parse } from '../document/document.ts';
import { openSession, type Session } from '../project/session.ts';
import { configState } from './config-state.ts';
import type { CheckedOptions } from './options.ts';
import { StoredPosts } from './stored-posts.ts';

/** What is known of configuration and of the posts on disk. */
export interface Known {
  readonly session: Session;
  readonly stored: StoredPosts;
}

/** Keeps what is known from one text to the next, as long as no configuration changes. */
export class Kept {
  readonly #cwd: string;
  readonly #options: CheckedOptions;
  readonly #folders = new Set<string>();
  #known: Known | null = null;
  /** Of all configuration that was read. */
  #state = '';

  constructor(cwd: string, options: CheckedOptions) {
    this.#cwd = cwd;
    this.#options = options;
  }

  /**
   * What is known, or a new beginning where a configuration file has changed, come or gone.
   *
   * @param say is told what is left out
   * @throws ConfigError where the options name what there is not
   */
  open(parse: Parse, say: (notice: string) => void): Known {
    if (this.#known && this.#stateOf(this.#known) === this.#state) {
      this.#known.session.forgetFiles();
      return this.#known;
    }
    const { config, code, rule } = this.#options;
    const asked = { ...(config !== null && { config }), rule, code, inlineConfig: true };
    const session = openSession(asked, this.#cwd, say);
    this.#known = { session, stored: new StoredPosts(session, parse) };
    return this.#known;
  }

  /** Notes what holds for files (absolute paths) after they were placed: whether it changes is asked by {@link open}. */
  note(files: readonly string[]): void {
    for (const file of files) this.#folders.add(dirname(file));
    if (this.#known) this.#state = this.#stateOf(this.#known);
  }

  #stateOf({ session, stored }: Known): string {
    return configState([...this.#folders, ...stored.folders], session.configFiles());
  }
}
