import { didYouMean } from '../config/nearest.ts';
import type { Takeover } from '../draft/takeover.ts';
import { packagesOf, takeoverLines } from '../draft/takeover-report.ts';
import { RunError } from '../project/run-error.ts';
import { isInstalled } from './installed-package.ts';
import { commentLine } from './linter-comments.ts';
import { type ConfigPlaces, linterConfigName } from './linter-config.ts';
import { markdownlintTakeover, rulePlaces, runPlaces } from './markdownlint-takeover.ts';
import { notify } from './messages.ts';
import { remarkPlaces, remarkTakeover } from './remark-takeover.ts';

/** Linters whose configuration `init --from` reads. */
const linters = ['remark', 'markdownlint'] as const;

/**
 * Takes over what a linter's configuration in a folder says.
 *
 * @param name the linter, as it was given
 * @throws RunError where there is no such linter, or no configuration of it; ConfigError where that is broken
 */
export function takeOver(name: string, folder: string): Takeover {
  if (name === 'remark')
    return withHint(remarkTakeover(folder), folder, 'markdownlint', [runPlaces, rulePlaces]);
  if (name === 'markdownlint')
    return withHint(markdownlintTakeover(folder), folder, 'remark', [remarkPlaces]);
  const hint = didYouMean(name, linters) || ` It takes ${linters.map((one) => `"${one}"`).join(' or ')}.`;
  throw new RunError(`--from takes no "${name}".${hint}`);
}

/** Points at a configuration of the other linter, which a second run would not add but put in the place of this one. */
function withHint(
  takeover: Takeover,
  folder: string,
  other: (typeof linters)[number],
  places: readonly ConfigPlaces[],
): Takeover {
  const name = places.map((one) => linterConfigName(folder, one)).find((one) => one !== undefined);
  if (name === undefined) return takeover;
  const hint = `${name} is not read: "recaplint init --from ${other} --dry-run" prints what becomes of it, to be copied over`;
  return { ...takeover, hints: [...takeover.hints, hint] };
}

/** Says what became of another linter's configuration, and of its comments in posts. */
export async function sayTaken(taken: Takeover, files: readonly string[]): Promise<void> {
  for (const line of takeoverLines(taken)) notify(line);
  const comments = await commentLine(files, taken.linter);
  if (comments !== null) notify(comments);
}

/** Packages that a configuration hosts plugins from and that cannot be found from a folder. */
export function missingPackages({ remark }: Takeover, folder: string): string[] {
  return packagesOf(remark).filter((name) => !isInstalled(name, folder));
}
