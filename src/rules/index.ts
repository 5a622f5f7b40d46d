// Written by `npm run generate` from the files of this folder.
import type { Rule } from '../engine/rule.ts';
import consistentPeriod from './consistent-period.ts';
import dateInWindow from './date-in-window.ts';
import noBareUrl from './no-bare-url.ts';
import noNbsp from './no-nbsp.ts';
import noQuarterMixup from './no-quarter-mixup.ts';
import noTruncatedLink from './no-truncated-link.ts';
import requiredSections from './required-sections.ts';
import validFrontMatter from './valid-front-matter.ts';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  consistentPeriod,
  dateInWindow,
  noBareUrl,
  noNbsp,
  noQuarterMixup,
  noTruncatedLink,
  requiredSections,
  validFrontMatter,
];
