import { Writable } from 'node:stream';

/**
 * Takes standard output for the protocol alone: what anything else in the process prints, such as a configuration that is
 * a program, goes to standard error from now on.
 *
 * @returns the one stream that still writes there
 */
export function keepStandardOutput(): Writable {
  const { stdout, stderr } = process;
  // The editor is gone.
  stdout.on('error', () => process.exit(1));
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return new Writable({
    write: (chunk, _, done) => {
      write(chunk, done);
    },
  });
}
