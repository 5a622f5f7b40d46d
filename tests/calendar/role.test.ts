import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/calendar/mentions.ts';
import { leadsAway, type Place, roleOf } from '../../src/calendar/role.ts';

function read(sentence: string, place: Place = 'summary', linked = false) {
  const [mention] = findMentions(sentence);
  return roleOf({ sentence, mention: mention!, place, opensParagraph: true, linked });
}

describe('states the subject', () => {
  test.each([
    'During the first quarter of 2024, the Foundation celebrated numerous achievements.',
    'In Q2, we were pleased to welcome several new members.',
    'Throughout Q2 2024 our team released two tools.',
    'The second quarter saw significant progress.',
  ])('%s', (sentence) => expect(read(sentence).role).toBe('subject'));

  test.each([
    'The staff worked hard in Q2 of 2024 on a number of packages.',
    'Here is a recap of Q2 2024.',
    'Welcome to our Q2 2024 progress report!',
  ])('in the introduction: %s', (sentence) => {
    expect(read(sentence, 'intro').role).toBe('subject');
    expect(read(sentence, 'body').role).not.toBe('subject');
  });
});

describe('does not', () => {
  test.each([
    ['background', 'Towards the end of Q3, the board approved the budget.'],
    ['background', 'Rust Specification work officially began in Q4 with Joel as editor.'],
    ['background', 'In the last progress report (Q3 2021) we announced it.'],
    ['background', 'Since Q2 2023, we hosted the service.'],
    ['plan', 'We are now aiming for a launch in the third quarter.'],
    ['plan', 'In Q1, we will share an update.'],
    ['plan', 'And that’s all, see you next time in our Q4 Report!'],
    ['comparison', 'In Q2, we sent more mails than in any other.'],
    ['unknown', 'Substantial staff time in the second quarter was devoted to hiring.'],
  ])('%s: %s', (role, sentence) => expect(read(sentence).role).toBe(role));

  test.each([
    'This is the follow-up to our Q1 2024 report.',
    'We published our Q1 2024 report in May.',
    'The Foundation announced a fund in Q1 2024.',
    'Our site, which we launched in Q1, is in use.',
  ])('in the introduction: %s', (sentence) => expect(read(sentence, 'intro').role).not.toBe('subject'));

  test('in the text of a link', () => {
    expect(read('In Q1, we published this.', 'summary', true)).toEqual({ role: 'background', cue: 'link' });
  });

  test('in the body of a section', () => {
    expect(read('In Q1, we published this.', 'body').role).toBe('unknown');
  });
});

test.each([
  ['Highlights from ', false],
  ['A review of the activities in ', false],
  ['What we did in ', false],
  ['After a slow ', true],
  ['Looking forward to ', true],
  ['Our plans for ', true],
  ['Faster than in ', true],
])('%j leads away: %s', (before, away) => expect(leadsAway(before)).toBe(away));
