import { postEndings } from '../workspace/find.ts';
import { fail, type PlacedFile, type Run } from './run.ts';

/** A run that checks nothing is no clean run: it fails, and says why nothing was there to check. */
export function explainNothing(
  run: Run,
  posts: readonly Pick<PlacedFile, 'placed'>[],
  paths: readonly string[],
): void {
  const isChecked = posts.some(({ placed: { resolved } }) => {
    const { rules, remark } = resolved.settings;
    return rules.length > 0 || remark !== undefined;
  });
  if (isChecked) return;
  const files = new Set(posts.map(({ placed }) => placed.config.file ?? 'the command line'));
  if (files.size > 0) fail(run, `Nothing was checked: every rule is off, by ${[...files].join(', ')}.`);
  else if (run.hidden > 0) {
    const things =
      run.hidden === 1 ? 'the one post or folder there is' : `all ${run.hidden} posts and folders`;
    fail(run, `Nothing was checked: .gitignore, .recaplintignore or "ignores" hide ${things}.`);
  } else {
    const places = paths.map((path) => `"${path}"`).join(', ');
    fail(run, `Nothing was checked: no file in ${places} ends in ${postEndings}.`);
  }
}
