import { parseWrittenDate, type WrittenDate } from '../calendar/written-date.ts';
import type { FrontMatter } from './model.ts';
import type { Range } from './source.ts';

/** Keys under which generators keep the address of a post's page. */
const addressKeys: ReadonlySet<string> = new Set(['path', 'url', 'permalink']);
const dayInAddress = /(?:^|\/)(\d{4}([-/])\d\d\2\d\d)(?=[/-]|$)/;

/** A day in the address that the front matter gives a post: `path = "2024/05/07/recap"`. */
export interface AddressDate {
  readonly key: string;
  /** The day as it is written, and its place. */
  readonly text: string;
  readonly range: Range;
  readonly written: WrittenDate;
}

/** The days in the addresses that front matter gives a post, also those that only stand in for one. */
export function addressDates(frontMatter: FrontMatter | null): AddressDate[] {
  return (frontMatter?.entries ?? []).flatMap(({ key, value }) => {
    if (!addressKeys.has(key.toLowerCase()) || value.kind !== 'string') return [];
    const match = dayInAddress.exec(value.text.slice(0, 300));
    const written = match && parseWrittenDate(match[1]!);
    if (!match || !written) return [];
    const end = match.index + match[0].length;
    return { key, text: match[1]!, range: value.sourceRange(end - match[1]!.length, end), written };
  });
}
