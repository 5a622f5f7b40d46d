import { counted } from '../draft/config-text.ts';
import type { Takeover } from '../draft/takeover.ts';
import { paced } from '../project/paced.ts';
import { readBytes } from '../workspace/read.ts';

/** Comments that switch rules of a linter on and off in a post. */
const comments = {
  markdownlint: /<!-- *markdownlint-[a-z]/g,
  remark: /<!-- *lint (?:disable|enable|ignore)/g,
};

const advice = {
  markdownlint:
    'recaplint does not read them: where a finding of its own is to pass, write `<!-- recaplint-disable-line RULE -->`',
  remark: 'they hold for hosted rules; for rules of recaplint write `<!-- recaplint-disable-line RULE -->`',
};

/** What is said of comments to another linter in posts; null where there are none. */
export async function commentLine(
  files: readonly string[],
  linter: Takeover['linter'],
): Promise<string | null> {
  let count = 0;
  let posts = 0;
  for await (const file of paced(files, 'reading')) {
    const found = commentsIn(file, comments[linter]);
    count += found;
    posts += found > 0 ? 1 : 0;
  }
  if (count === 0) return null;
  return `${counted(count, 'comment')} in ${counted(posts, 'post')} switch rules of ${linter} on or off: ${advice[linter]}`;
}

/** A post that cannot be read is reported when it is linted. */
function commentsIn(file: string, pattern: RegExp): number {
  try {
    return readBytes(file).toString('latin1').match(pattern)?.length ?? 0;
  } catch {
    return 0;
  }
}
