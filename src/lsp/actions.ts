import type { Range } from '../document/source.ts';
import type { Finding } from '../engine/finding.ts';
import type { Edit } from '../engine/rule.ts';
import { fixAllOffer, fixOffers, ruleFixOffers } from './fix-offers.ts';
import { isNamedBy } from './fix-titles.ts';
import type { OpenPost } from './open-post.ts';
import { suppressOffers } from './suppress-offers.ts';
import { commentRemovals } from './suppress-removal.ts';

/** Something that can be done about findings, as an editor offers it. */
export interface Offer {
  /** Plain text of one line, control characters escaped, not long. */
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.recaplint';
  /** Says which offer it is, for a client that asks for its edits later; the same for the same text. */
  readonly id: string;
  /** What it is for; null where it is for the whole post. */
  readonly finding: Finding | null;
  /** Whether an editor may take it without having the author choose: what it does is certain. */
  readonly preferred: boolean;
  /**
   * What to change, worked out when asked: ascending, not overlapping, in UTF-16 offsets of the post's source. Null: it
   * cannot be done without changing something else.
   */
  edits(): readonly Edit[] | null;
  /** What stands last in the inserted text for the author to overwrite; not there where nothing of it is inserted. */
  readonly placeholder?: string;
}

/** What a client wants to know. */
export interface OffersRequest {
  /** Kinds, each with all below it (`source` holds `source.fixAll.recaplint`); null or empty: what is usual. */
  readonly only: readonly string[] | null;
  /** Whether nobody asked: the cursor moved, or the post is being saved. */
  readonly automatic: boolean;
}

/** For so many findings in a selection things are offered; of more nobody reads the list. */
const mostFindings = 200;

/**
 * What can be done at a place: about the findings that the range touches, their edges included, and for the whole post
 * where that was asked for or stands beside one of them. Nothing is linted for it.
 *
 * @param range UTF-16 offsets of the post's source; empty for a cursor
 * @returns fixes first, then fixes of whole rules, then comments that switch rules off
 */
export function offersAt(post: OpenPost, range: Range, { only, automatic }: OffersRequest): readonly Offer[] {
  const touched = post.findings.filter((finding) => touches(finding.range, range));
  return offersAbout(post, touched.slice(0, mostFindings), { only, automatic });
}

/** The offer with an id that {@link offersAt} gave for the same text; null where there is none. */
export function offerWithId(post: OpenPost, id: string): Offer | null {
  const named = post.findings.filter((finding) => isNamedBy(id, finding));
  const only = named.length > 0 ? 'quickfix' : 'source.fixAll.recaplint';
  const offers = offersAbout(post, named, { only: [only], automatic: false });
  return offers.find((offer) => offer.id === id) ?? null;
}

function offersAbout(
  post: OpenPost,
  findings: readonly Finding[],
  { only, automatic }: OffersRequest,
): readonly Offer[] {
  const asked = only?.length ? only : null;
  const offers: Offer[] = [];
  if (wants(asked, 'quickfix')) {
    // Asked for a kind without an author, a client applies all it gets: it is saving the post.
    const certainOnly = automatic && asked !== null;
    offers.push(...fixOffers(findings, certainOnly), ...ruleFixOffers(post, findings, certainOnly));
    if (!certainOnly) offers.push(...commentRemovals(post, findings));
    if (!automatic) offers.push(...suppressOffers(post, findings));
  }
  const wantsAll = asked ? wants(asked, 'source.fixAll.recaplint') : !automatic && findings.length > 0;
  if (wantsAll) offers.push(...fixAllOffer(post));
  return offers;
}

/** A cursor at either edge of a finding is at it. */
function touches(finding: Range, { start, end }: Range): boolean {
  return finding.start <= end && start <= finding.end;
}

/** Whether a kind is one of those asked for or below one of them; the empty kind holds all. */
function wants(only: readonly string[] | null, kind: Offer['kind']): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}
