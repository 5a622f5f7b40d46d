/**
 * Words that British and American English spell apart, by what differs. Written down for this project, from common
 * knowledge of both spellings; a word that is in doubt on either side is left out.
 */

/** Verbs in -ise and -ize, without the ending. Those with one spelling (advise, exercise, size) are none of them. */
export const izeStems =
  'accessor agon alphabet american analog anonym antagon apolog appet author ax bapt brutal canon capital capitul caramel categor central character christian civil collectiv colon commercial computer containar container context contextual crystal custom cynic decentral democrat demon denormal deprior deserial digit disorgan dramat econom emphas energ epitom equal eulog factor familiar fertil final finger formal fratern galvan general global harmon homogen hospital human hypnot ideal ident immort immun incentiv individual industrial initial institutional internal international item jeopard legal liberal local magnet marginal material maxim mechan memor mesmer min minim mobil modern modular monet monopol moral national natural neutral normal optim organ overemphas parallel parameter parametr patron penal personal philosoph plagiar polar popular pressur priorit privat professional pseudonym public pulver raster rational real recogn reinitial reorgan revital revolution sanit satir scrutin sensit serial social special stabil standard steril stigmat strateg structural subsid summar symbol sympath synchron synthes systemat tantal technolog tenant terror theor token traumat trivial unrecogn urban util vandal vapor vector verbal victim virtual visual vital vocal weapon western modulariz tempor hybrid randomiz random sequential monet operational conceptual contain editorial templat'.split(
    ' ',
  );

/** Words in -our and -or, without the ending. Behind it may stand what `tails` says. */
export const ourStems =
  'arb ard arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab misbehavi neighb od parl ranc rig rum sav splend succ tum val vap vig'.split(
    ' ',
  );

/** Words in -re and -er, without the ending. */
export const reStems =
  'calib cent epicent fib lit lust meag nanomet centimet kilomet millimet ochre sab sceptr sepulch somb spect theat'.split(
    ' ',
  );

/** Words that end in -ogue or -og. "dialog" is what programs show, everywhere. */
export const ogStems = ['catal', 'anal', 'epil', 'monol', 'travel'];

/** Words in -ence and -ense. "license" and "practise" are verbs in one and nouns in the other, and left out. */
export const enceStems = ['def', 'off', 'pret'];

/** Verbs whose last l doubles in British English before an ending. */
export const doubledStems =
  'annul backpedal cancel channel chisel counsel dial diall enamel equal fuel funnel grovel initial jewel label level libel marshal marvel model panel pedal pencil quarrel relabel remodel rival shovel shrivel signal snorkel spiral stencil swivel total towel travel tunnel unravel'.split(
    ' ',
  );
