import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What a text took the native parser. */
export interface ParserCost {
  /** Milliseconds of computing. */
  readonly cpu: number;
  /** Megabytes of the process at the most, since it started. */
  readonly megabytes: number;
}

// The same options as in src/workspace/satteri.ts. Memory of the text before is given back first.
const program = `
  import(process.argv[1]).then(({ markdownToMdast }) => {
    process.on('message', (text) => {
      globalThis.gc();
      const before = process.cpuUsage();
      markdownToMdast(text, { features: { gfm: true, frontmatter: false } });
      const { user, system } = process.cpuUsage(before);
      process.send({ cpu: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 });
    });
    process.on('disconnect', () => process.exit());
    process.send(null);
  });`;

const satteri = pathToFileURL(createRequire(import.meta.url).resolve('satteri')).href;

/** The native parser in a process of its own, which it may take with it. */
export class ParserChild {
  readonly #child: ChildProcess;
  readonly #started: Promise<unknown>;

  constructor() {
    this.#child = spawn(process.execPath, ['--expose-gc', '-e', program, satteri], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#started = this.#answer();
  }

  /** @throws where the process ends instead of answering. */
  async parse(text: string): Promise<ParserCost> {
    await this.#started;
    const answer = this.#answer();
    this.#child.send(text);
    return (await answer) as ParserCost;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null) =>
        reject(new Error(`The parser ended its process: code ${code}, signal ${signal}.`));
      this.#child.once('exit', ended);
      this.#child.once('message', (message) => {
        this.#child.off('exit', ended);
        resolve(message);
      });
    });
  }
}
