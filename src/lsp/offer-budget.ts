import type { Edit } from '../engine/rule.ts';
import type { Offer } from './actions.ts';

/** An offer with what it does. */
export interface WorkedOffer {
  readonly offer: Offer;
  readonly edits: readonly Edit[];
}

/**
 * Works out offers for an editor that cannot ask for one of them later, without those that cannot be done. To see what a
 * comment does, the post is linted: once the time is spent, comments are left out.
 *
 * @param budget milliseconds; what was begun is ended
 * @param now the time in milliseconds
 */
export function workedOut(
  offers: readonly Offer[],
  budget: number,
  now: () => number = () => performance.now(),
): WorkedOffer[] {
  const started = now();
  return offers.flatMap((offer) => {
    if (offer.placeholder !== undefined && now() - started >= budget) return [];
    const edits = offer.edits();
    return edits ? [{ offer, edits }] : [];
  });
}
