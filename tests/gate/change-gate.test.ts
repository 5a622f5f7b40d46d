import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeGate } from '../../src/gate/change-gate.ts';
import { passing } from '../../src/gate/gate.ts';
import { findingsOf, linesOf, postOf } from './findings.ts';

/** The lines on which a change of one post answers for a finding. */
function answered(before: string, after: string): number[] {
  const post = postOf(after);
  const gate = changeGate({
    baseOf: () => ({ text: before, findings: findingsOf(before) }),
    isChanged: () => before !== after,
    isAboutSeries: () => false,
  });
  return linesOf(post, passing(post, [gate]));
}

describe('a change answers for', () => {
  test.each<[string, string, string, number[]]>([
    ['nothing that stayed', 'bad\ngood', 'bad\ngood\ngood', []],
    ['what it adds', 'good', 'good\nbad', [2]],
    ['what it adds above an equal one', 'good\nbad', 'bad\ngood\nbad', [1]],
    ['what stood on a line that it modifies', 'bad\nbad', 'bad\nbad and more', [2]],
    ['nothing where it deletes', 'bad\ngood\nbad', 'bad\nbad', []],
  ])('%s', (_, before, after, lines) => expect(answered(before, after)).toEqual(lines));

  test('exactly the lines that are added, in whatever stood there', () => {
    const lines = fc.array(fc.constantFrom('bad', 'good', ''), { maxLength: 20 });
    fc.assert(
      fc.property(lines, fc.nat(20), (old, at) => {
        const place = Math.min(at, old.length);
        const after = [...old.slice(0, place), 'bad and new', ...old.slice(place)];
        expect(answered(old.join('\n'), after.join('\n'))).toEqual([place + 1]);
      }),
    );
  });

  test('what the base version lacks, on a line that stayed', () => {
    const post = postOf('bad\nmore');
    const gate = changeGate({
      baseOf: () => ({ text: 'bad\n', findings: [] }),
      isChanged: () => true,
      isAboutSeries: () => false,
    });
    expect(linesOf(post, passing(post, [gate]))).toEqual([1]);
  });

  test.each<[string, { own: boolean; other: boolean; related: boolean; about: boolean }, number]>([
    ['a post changed that it names', { own: false, other: true, related: true, about: false }, 1],
    ['its own post changed', { own: true, other: false, related: true, about: false }, 1],
    [
      'its own post changed, and it is about the series',
      { own: true, other: false, related: false, about: true },
      1,
    ],
    ['a post changed that it does not name', { own: false, other: true, related: false, about: true }, 0],
    [
      'its own post changed, and it names no other',
      { own: true, other: false, related: false, about: false },
      0,
    ],
  ])('an old finding of a series where %s', (_, { own, other, related, about }, count) => {
    const place = { range: { start: 0, end: 1 }, message: 'The other one.', path: 'b.md' };
    const findings = findingsOf('bad').map((finding) => ({ ...finding, related: related ? [place] : [] }));
    const post = postOf('bad\nmore', 'a.md', findings);
    const gate = changeGate({
      baseOf: () => ({ text: 'bad\n', findings }),
      isChanged: (path) => (path === '/repository/a.md' ? own : path === '/repository/b.md' && other),
      isAboutSeries: () => about,
    });
    expect(passing(post, [gate])).toHaveLength(count);
  });
});
