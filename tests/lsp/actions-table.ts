import { applyEdits } from '../../src/engine/fix.ts';
import { type Offer, offersAt } from '../../src/lsp/actions.ts';
import type { OpenPost } from '../../src/lsp/open-post.ts';

/** All that an author who asks for it is offered at a place, whole-post actions included. */
export function allOffers(post: OpenPost, start: number, end = start): readonly Offer[] {
  return offersAt(post, { start, end }, { only: ['quickfix', 'source'], automatic: false });
}

/** The offer with a title at the first place of a text. */
export function offerNamed(post: OpenPost, place: string, title: string): Offer {
  const offers = allOffers(post, post.document.source.indexOf(place));
  const offer = offers.find((one) => one.title === title);
  if (offer) return offer;
  throw new Error(`No “${title}” among: ${offers.map((one) => one.title).join(' | ')}`);
}

/** The text after an offer was taken; null where it cannot be. */
export function after(post: OpenPost, offer: Offer): string | null {
  const edits = offer.edits();
  return edits && applyEdits(post.document.source, edits);
}
