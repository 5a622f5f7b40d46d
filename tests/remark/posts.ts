import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../e2e/run.ts';
import { addFiles, makeFolder } from '../folder.ts';

const quarters = ['first', 'second', 'third', 'fourth'] as const;
const published = ['04-11', '07-10', '10-12', '01-16'] as const;

/** The path of an issue of the tests' series; the issue 0 is of the first quarter of 2022. */
export function nameOf(issue: number): string {
  const { number, year } = quarterOf(issue);
  return `recaps/q${number}-${year}-recap.md`;
}

/** An issue in which nothing is wrong, beside what its summary is given to say. */
export function recap(issue: number, summary = `Jane Sergeant mended ${issue + 5} boats.`): string {
  const { number, year, word } = quarterOf(issue);
  const day = `${number === 4 ? year + 1 : year}-${published[number - 1]}`;
  return [
    '---',
    `title: Q${number} ${year} Recap from the Harbour Trust`,
    `date: ${day}`,
    `description: What the trust did in the ${word} quarter of ${year}.`,
    '---',
    '',
    '## Summary',
    '',
    summary,
    '',
    '## Money',
    '',
    `The trust spent ${issue + 31} crowns on nails.`,
    '',
  ].join('\n');
}

const copied = 'In the past three months 41 members paid 1,230 crowns for the use of the crane.';

/** An issue with the quarter of the one before it and a sentence of it, a name that no other has, and leftovers of an editor. */
export const mixedUp = recap(
  9,
  [
    'During the first quarter of 2024 Jane Sargeant mended 🚤&nbsp;boats, and and sold nails.',
    '',
    copied,
  ].join('\n'),
);

/** Nine issues in which nothing is wrong, and that one, by path. */
export function recaps(): Record<string, string> {
  const before = Array.from({ length: 8 }, (_, issue) => [nameOf(issue), recap(issue)] as const);
  const last = recap(8, `Jane Sergeant mended 13 boats.\n\n${copied}`);
  return { ...Object.fromEntries(before), [nameOf(8)]: last, [nameOf(9)]: mixedUp };
}

/** A repository in which `recaplint` is the package of this one. */
export function workspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...packages: readonly string[]
): string {
  const folder = makeFolder({ '.git/HEAD': 'ref: refs/heads/main\n', node_modules: null });
  addFiles(folder, files);
  symlinkSync(root, join(folder, 'node_modules/recaplint'), 'junction');
  for (const name of packages)
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  return folder;
}

function quarterOf(issue: number) {
  const number = (issue % 4) + 1;
  return { number, year: 2022 + Math.floor(issue / 4), word: quarters[number - 1]! };
}
