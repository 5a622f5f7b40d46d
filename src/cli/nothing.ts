import { postEndings } from '../workspace/find.ts';
import { fail, type PlacedFile, type Run } from './run.ts';

/** A run that checks nothing is no clean run: it fails, and says why nothing was there to check. */
export function explainNothing(
  run: Run,
  posts: readonly Pick<PlacedFile, 'placed'>[],
  paths: readonly string[],
): void {
  if (posts.some(isChecked)) return;
  const files = new Set(posts.map(({ placed }) => placed.config.file ?? 'the command line'));
  if (files.size > 0) fail(run, `Nothing was checked: every rule is off, by ${listed([...files])}.`);
  else if (run.hidden > 0) {
    const things =
      run.hidden === 1 ? 'the one post or folder there is' : `all ${run.hidden} posts and folders`;
    fail(run, `Nothing was checked: .gitignore, .recaplintignore or "ignores" hide ${things}.`);
  } else {
    const places = paths.map((path) => `"${path}"`).join(', ');
    fail(run, `Nothing was checked: no file in ${places} ends in ${postEndings}.`);
  }
}

/** Whether somebody looks at a post: a rule, or a plugin of remark. */
function isChecked({ placed }: Pick<PlacedFile, 'placed'>): boolean {
  const { rules, remark = [] } = placed.resolved.settings;
  return rules.length + remark.length > 0;
}

const mostListed = 5;

function listed(files: readonly string[]): string {
  const more = files.length - mostListed;
  return more > 0 ? `${files.slice(0, mostListed).join(', ')} and ${more} more` : files.join(', ');
}
