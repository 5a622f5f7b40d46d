// Written by `npm run generate` from the files of this folder.
import type { Rule } from '../engine/rule.ts';
import consistentDate from './consistent-date.ts';
import consistentPeriod from './consistent-period.ts';
import consistentSpelling from './consistent-spelling.ts';
import consistentTerms from './consistent-terms.ts';
import dateInWindow from './date-in-window.ts';
import descriptiveLinkText from './descriptive-link-text.ts';
import frontMatterSchema from './front-matter-schema.ts';
import headingLength from './heading-length.ts';
import headingPunctuation from './heading-punctuation.ts';
import linkSpacing from './link-spacing.ts';
import linkTextMismatch from './link-text-mismatch.ts';
import missingSentenceEnd from './missing-sentence-end.ts';
import missingSpace from './missing-space.ts';
import noBareUrl from './no-bare-url.ts';
import noBoldHeading from './no-bold-heading.ts';
import noBrokenLocalLink from './no-broken-local-link.ts';
import noCopiedText from './no-copied-text.ts';
import noDuplicateLink from './no-duplicate-link.ts';
import noDuplicateSection from './no-duplicate-section.ts';
import noEmptyLink from './no-empty-link.ts';
import noEmptyMarkup from './no-empty-markup.ts';
import noEmptySection from './no-empty-section.ts';
import noHtmlBody from './no-html-body.ts';
import noImpossibleDate from './no-impossible-date.ts';
import noInsecureLink from './no-insecure-link.ts';
import noInvisibleCharacter from './no-invisible-character.ts';
import noLookalikeLink from './no-lookalike-link.ts';
import noMalformedLink from './no-malformed-link.ts';
import noNbsp from './no-nbsp.ts';
import noPlaceholder from './no-placeholder.ts';
import noPlaceholderDate from './no-placeholder-date.ts';
import noQuarterMixup from './no-quarter-mixup.ts';
import noRelativeTime from './no-relative-time.ts';
import noRepeatedLink from './no-repeated-link.ts';
import noRepeatedWord from './no-repeated-word.ts';
import noStagingLink from './no-staging-link.ts';
import noStaleForwardReference from './no-stale-forward-reference.ts';
import noStrayMarkup from './no-stray-markup.ts';
import noTrackingParameters from './no-tracking-parameters.ts';
import noTruncatedLink from './no-truncated-link.ts';
import noUnderline from './no-underline.ts';
import noWrongWeekday from './no-wrong-weekday.ts';
import noWrongYear from './no-wrong-year.ts';
import requiredSections from './required-sections.ts';
import seriesConsistency from './series-consistency.ts';
import seriesContinuity from './series-continuity.ts';
import strayPunctuation from './stray-punctuation.ts';
import validFrontMatter from './valid-front-matter.ts';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  consistentDate,
  consistentPeriod,
  consistentSpelling,
  consistentTerms,
  dateInWindow,
  descriptiveLinkText,
  frontMatterSchema,
  headingLength,
  headingPunctuation,
  linkSpacing,
  linkTextMismatch,
  missingSentenceEnd,
  missingSpace,
  noBareUrl,
  noBoldHeading,
  noBrokenLocalLink,
  noCopiedText,
  noDuplicateLink,
  noDuplicateSection,
  noEmptyLink,
  noEmptyMarkup,
  noEmptySection,
  noHtmlBody,
  noImpossibleDate,
  noInsecureLink,
  noInvisibleCharacter,
  noLookalikeLink,
  noMalformedLink,
  noNbsp,
  noPlaceholder,
  noPlaceholderDate,
  noQuarterMixup,
  noRelativeTime,
  noRepeatedLink,
  noRepeatedWord,
  noStagingLink,
  noStaleForwardReference,
  noStrayMarkup,
  noTrackingParameters,
  noTruncatedLink,
  noUnderline,
  noWrongWeekday,
  noWrongYear,
  requiredSections,
  seriesConsistency,
  seriesContinuity,
  strayPunctuation,
  validFrontMatter,
];
