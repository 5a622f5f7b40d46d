import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../config/nearest.ts';
import { isPattern, pageAddress, pageOf, readOwnPackage } from '../config/pages.ts';
import { notices } from '../engine/notices.ts';
import { rules } from '../rules/index.ts';
import { notify } from './messages.ts';
import { print } from './print.ts';

/** Prints the page of a rule, of patterns, or of a finding that is no rule. */
export function explainCommand(id: string): number {
  const ids = [...rules, ...notices].map((known) => known.id);
  if (!ids.includes(id) && !isPattern(id)) {
    notify(`there is no rule "${id}".${didYouMean(id, ids) || ' "recaplint rules" lists them all.'}`);
    return 2;
  }
  const own = readOwnPackage();
  const page = readFileSync(join(own.folder, pageOf(id)), 'utf8');
  print(`${withoutMarkers(page)}\n${pageAddress(id, own, 'here')}\n`);
  return 0;
}

/** The page without the comments that say which part of it is generated. */
function withoutMarkers(page: string): string {
  return page.replace(/^<!-- .* -->\n\n?/gm, '');
}
