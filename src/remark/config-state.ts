import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configNames } from '../config/discover.ts';
import { isTop } from '../config/folders.ts';
import { stampOf } from '../workspace/stamp.ts';

/**
 * What tells one state of configuration from another: the files that hold for folders, or would if they were there.
 *
 * @param folders of posts, absolute
 * @param files absolute paths of further files that it is made of
 */
export function configState(folders: Iterable<string>, files: Iterable<string>): string {
  const seen = new Set<string>();
  const state: unknown[] = [];
  for (const folder of folders) {
    for (let place = folder; !seen.has(place); place = dirname(place)) {
      seen.add(place);
      const isEnd = isTop(place);
      state.push(place, isEnd, existsSync(place), ...configNames.map((name) => stampOf(join(place, name))));
      if (isEnd) break;
    }
  }
  for (const file of files) state.push(file, stampOf(file));
  return JSON.stringify(state);
}
