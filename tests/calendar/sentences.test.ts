import { expect, test } from 'vitest';
import { sentenceStarts } from '../../src/calendar/sentences.ts';

const split = (text: string) => {
  const starts = sentenceStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
};

test.each([
  ['One. Two! Three? Four', ['One. ', 'Two! ', 'Three? ', 'Four']],
  ['He said “Stop.” Then he left.', ['He said “Stop.” ', 'Then he left.']],
  ['On Jan. 5 Dr. Ada wrote no. 7 of it.', ['On Jan. 5 Dr. Ada wrote no. 7 of it.']],
  ['Version 1.2 is out. \uFFFC is new.', ['Version 1.2 is out. ', '\uFFFC is new.']],
  ['e.g. This', ['e.g. This']],
  ['', ['']],
])('%j', (text, sentences) => expect(split(text)).toEqual(sentences));
