import { describe, expect, test } from 'vitest';
import { cues } from '../../src/calendar/cues-en.ts';
import { type Cue, roleOf } from '../../src/calendar/role.ts';

/** The example of a cue as a mention in its sentence. */
function read({ example, places, linked, days }: Cue) {
  const start = example.indexOf('[');
  const end = example.indexOf(']') - 1;
  return roleOf({
    sentence: example.replace(/[[\]]/g, ''),
    mention: { start, end, form: days ? 'date' : 'quarter' },
    place: places?.[0] ?? 'summary',
    opensParagraph: true,
    linked: linked ?? false,
  });
}

describe('each cue decides its own example', () => {
  test.each(cues.map((cue) => [cue.name, cue] as const))('%s', (name, cue) => {
    expect(cue.example).toMatch(/^[^[\]]*\[[^[\]]+\][^[\]]*$/);
    expect(read(cue)).toEqual({ role: cue.role, cue: name });
  });
});

test('names are used once', () => {
  expect(new Set(cues.map(({ name }) => name)).size).toBe(cues.length);
});

test('what leads away is asked before what states the subject', () => {
  const first = cues.findIndex(({ role, name }) => role === 'subject' && name !== 'summary-opening');
  const away = cues.filter(({ role }) => ['background', 'plan', 'comparison'].includes(role));
  expect(Math.max(...away.map((cue) => cues.indexOf(cue)))).toBeLessThan(first);
});
