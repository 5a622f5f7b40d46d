import type { Document } from './document.ts';
import { memoize, memoizeText } from './memo.ts';
import { letterPattern } from './plain-letters.ts';

// Words that most sentences need. What two languages share ("in", "was", "on", "a") proves nothing and is in neither list.
const englishWords = new Set(
  'the of and with this that these those are have has been you your for from it its by our they their which when what how we will would can could should not as but or if all also about into more there were who because than then them where while some any only other new you’re don’t'.split(
    ' ',
  ),
);
const foreignWords = new Set(
  'der das und ist nicht mit von für den dem ein eine auf auch wir sie sich zu im werden les des est nous vous une dans pour que qui sur avec pas sont et du au aux ce cette el los las del por para con una como más se su es het een voor niet zijn dat op te och det att som är på av med ikke og af il di che della sono não em da na uma nie jest się przez że tak ne jako'.split(
    ' ',
  ),
);
const word = letterPattern(String.raw`[\p{L}\p{M}\u2019']+`);
/** Enough of a long block to tell its language. */
const most = 4000;

interface Evidence {
  readonly english: number;
  readonly foreign: number;
}

const evidenceIn = memoizeText((text: string): Evidence => {
  let english = 0;
  let foreign = 0;
  const lead = text.slice(0, most).toLowerCase();
  for (const found of lead.match(word(lead)) ?? []) {
    if (englishWords.has(found)) english++;
    else if (foreignWords.has(found)) foreign++;
  }
  return { english, foreign };
});

const evidenceOf = memoize((document: Document, _: null): Evidence => {
  let text = '';
  for (const block of document.prose) {
    if (text.length > most) break;
    text += `${block.text}\n`;
  }
  return evidenceIn(text);
}, 'language');

/** Whether a text reads as English: by its own small words or, where it has none, by those of its post. */
export function readsEnglish(document: Document, text: string): boolean {
  const own = evidenceIn(text);
  if (own.english + own.foreign > 0) return own.english > own.foreign;
  const whole = evidenceOf(document, null);
  return whole.english > whole.foreign;
}
