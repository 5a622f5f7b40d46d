import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../config/nearest.ts';
import { type Format, formats } from '../reporters/formats.ts';

/** A format and where its text goes. */
export interface Output {
  readonly format: Format;
  /** As it was given; null for standard output, or for the file of `--output-file`. */
  readonly file: string | null;
}

/**
 * Reads one `--format NAME[=FILE]`, beside those that came before it.
 *
 * @throws InvalidArgumentError
 */
export function addOutput(text: string, before: readonly Output[] = []): Output[] {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const file = equals < 0 ? null : text.slice(equals + 1);
  if (!isFormat(name)) {
    const names = Object.keys(formats);
    throw new InvalidArgumentError(
      `There is no format "${name}".${didYouMean(name, names)} ${listed(names)}`,
    );
  }
  if (file === '') throw new InvalidArgumentError(`A file is missing behind "${name}=".`);
  const rival = before.find((output) => output.file === file);
  if (rival && file !== null)
    throw new InvalidArgumentError(`"${file}" cannot hold both ${rival.format} and ${name}.`);
  if (rival) {
    throw new InvalidArgumentError(
      `Only one format goes to standard output, and that is ${rival.format}: write "${name}=FILE".`,
    );
  }
  return [...before, { format: name, file }];
}

/** What is printed: with formats that all have a file, `stylish` beside them for whoever reads along. */
export function outputsOf(given: readonly Output[]): readonly Output[] {
  return given.some(({ file }) => file === null) ? given : [{ format: 'stylish', file: null }, ...given];
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

function listed(names: readonly string[]): string {
  return `It is one of ${names.join(', ')}.`;
}
