import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayTellAt, speaksAhead, tellsAsOver, tellsAsToCome } from '../../src/calendar/tense.ts';
import { comesBefore, endsBeforeDay, endsBeforeTime, happenedBefore } from '../../src/calendar/tense-en.ts';

/** The sentence around the words in square brackets. */
function around(sentence: string) {
  const [before = '', rest = ''] = sentence.split('[');
  return { before, after: rest.slice(rest.indexOf(']') + 1) };
}

test.each([
  ['The name will be announced in [July].', true],
  ['The engineer is to be named in [July].', true],
  ['Apply by [March 3].', true],
  ['On [June 13], we will meet.', true],
  ['We’ll meet on [June 13].', true],
  ['We will tell what was decided in [July].', false],
  ['In [July], we met.', false],
  ['We will meet again on [June 13] next year.', false],
  ['They will not use it from [July 3].', false],
])('%s: still to come %s', (sentence, toCome) => {
  expect(tellsAsToCome(around(sentence))).toBe(toCome);
});

test.each([
  ['Jane joined the team on [July 15].', true],
  ['On [July 15], Jane joined the team.', true],
  ['The meeting was planned for opening on [July 15].', false],
  ['The meeting was moved and will start on [July 15].', false],
  ['On [July 15], Jane will have joined the team.', false],
  ['Jane joins the team on [July 15].', false],
  ['The board met on [July 25] of last year.', false],
])('%s: over %s', (sentence, over) => {
  expect(tellsAsOver(around(sentence))).toBe(over);
});

test.each([
  ['The call closes on [15 January].', true],
  ['We’re currently receiving proposals for [Q2 2019].', true],
  ['The call closed on [15 January].', false],
  ['[Q2 2019] in numbers.', false],
])('%s: looks ahead %s', (sentence, ahead) => {
  expect(speaksAhead(around(sentence))).toBe(ahead);
});

const words =
  'will register deadline joined met was on in by for the early mid late , . team On THE mid- until'.split(
    ' ',
  );
const clause = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', '\u00A0', '-', '')), { maxLength: 8 })
  .map((pairs) => pairs.flat().join(''));

test.each([
  ['still to come', comesBefore, endsBeforeTime],
  ['over', happenedBefore, endsBeforeDay],
])('what tells of a time as %s ends as the short question says', (_, long, short) => {
  fc.assert(
    fc.property(clause, (text) => !long.test(text) || short.test(text)),
    { numRuns: 2000 },
  );
});

test('a time is told of only behind words that may tell of one', () => {
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(sentence, fc.constantFrom('', ' '), sentence, (before, gap, after) => {
      const told = { before: before + gap, after: ` ${after}` };
      if (tellsAsToCome(told) || tellsAsOver(told))
        expect(mayTellAt(`Then we. ${before}${gap}`, before.length + gap.length + 9)).toBe(true);
    }),
  );
});
