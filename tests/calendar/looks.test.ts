import { expect, test } from 'vitest';
import { looksOf } from '../../src/calendar/looks.ts';

test.each([
  ['Q2 2024 Recap', '', 'back'],
  ['2021 Q1 progress report', '', 'back'],
  ['2022Q3 Roadmap', '', 'ahead'],
  ['Q2 roadmap update', '', 'ahead'],
  ['Q1 2024 Funding Announcement', '', 'ahead'],
  ['Q3 Survey Results and Call For Proposals', '', 'ahead'],
  ['Q2 2024', 'q2-2024-recap', 'back'],
  ['Q2 2024 at the Foundation', 'q2-2024', null],
])('%j (%j) looks %s', (title, slug, looks) => expect(looksOf(title, slug)).toBe(looks));
