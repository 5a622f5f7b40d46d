import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Baseline, baselineGate, compareBaseline, type ExaminedPost } from '../../src/gate/baseline.ts';
import { passing } from '../../src/gate/gate.ts';
import { readBaseline, writeBaseline } from '../../src/gate/written-baseline.ts';
import { findingsOf, linesOf, postOf } from './findings.ts';

const nameOf = (path: string) => path.slice('/repository/'.length);

function compare(baseline: Baseline, posts: ReturnType<typeof postOf>[], exists = true, off: string[] = []) {
  const examined = posts.map((result): ExaminedPost => ({ result, isOff: (id) => off.includes(id) }));
  return compareBaseline(baseline, examined, nameOf, () => exists);
}

/** A baseline of posts as they are. */
function accept(...posts: ReturnType<typeof postOf>[]): Baseline {
  return compare(new Map(), posts).next;
}

const lines = fc.array(fc.constantFrom('bad', 'good', 'bad and bad', ''), { maxLength: 20 });

describe('what is accepted', () => {
  test('is held back below lines that are added, and however it is worded', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.constantFrom('new', ''), { maxLength: 5 }), (old, added) => {
        const text = old.join('\n');
        const gate = baselineGate(accept(postOf(text)), nameOf);
        const moved = [...added, text].join('\n');
        const reworded = findingsOf(moved).map((finding) => ({ ...finding, message: 'Worded anew.' }));
        expect(passing(postOf(moved, 'a.md', reworded), [gate])).toEqual([]);
      }),
    );
  });

  test('lets one through where one equal finding is added, wherever it is', () => {
    fc.assert(
      fc.property(lines, fc.nat(20), (old, at) => {
        const gate = baselineGate(accept(postOf(old.join('\n'))), nameOf);
        const more = postOf([...old.slice(0, at), 'bad', ...old.slice(at)].join('\n'));
        expect(passing(more, [gate])).toHaveLength(1);
      }),
    );
  });

  test('is accepted in its own post and of its own rule alone', () => {
    const gate = baselineGate(accept(postOf('bad')), nameOf);
    expect(passing(postOf('bad', 'b.md'), [gate])).toHaveLength(1);
    expect(passing(postOf('bad', 'a.md', findingsOf('bad', 'bad', 'other')), [gate])).toHaveLength(1);
  });

  test('is taken of what another gate holds back first', () => {
    const baseline = baselineGate(accept(postOf('bad')), nameOf);
    const post = postOf('bad\nbad');
    for (const line of [1, 2]) {
      const change = () => post.findings.filter((_, index) => index + 1 === line);
      expect(linesOf(post, passing(post, [change, baseline]))).toEqual([line]);
    }
  });
});

describe('entries that no longer occur', () => {
  const baseline = accept(postOf('bad\nbad'), postOf('bad', 'b.md'));

  test.each<[string, ReturnType<typeof compare>, number, string[]]>([
    ['are those of posts that are mended', compare(baseline, [postOf('bad')]), 2, ['a.md no-bad 1']],
    ['are not those of posts that were not linted', compare(baseline, [postOf('bad\nbad')]), 3, []],
    ['are not those of rules that were off', compare(baseline, [postOf('')], true, ['no-bad']), 3, []],
    [
      'are those of rules that are no more',
      compare(accept(postOf('worse', 'a.md', findingsOf('worse', 'worse', 'no-worse'))), [postOf('')]),
      0,
      ['a.md no-worse 1'],
    ],
    [
      'are those of posts that are no more',
      compare(baseline, [postOf('bad\nbad')], false),
      2,
      ['b.md no-bad 1'],
    ],
    [
      'are not those of a post that was not read to its end',
      compare(baseline, [postOf('', 'a.md', findingsOf('x', 'x', 'limit'))]),
      3,
      [],
    ],
  ])('%s', (_, { gone, kept }, left, expected) => {
    expect(gone.map(({ name, rule, count }) => `${name} ${rule} ${count}`)).toEqual(expected);
    expect(kept).toBe(left);
  });

  test('a second update changes nothing', () => {
    fc.assert(
      fc.property(lines, lines, (old, now) => {
        const posts = [postOf(now.join('\n')), postOf(old.join('\n'), 'b.md')];
        const first = compare(accept(postOf(old.join('\n'))), posts);
        const second = compare(first.next, posts);
        expect(second).toMatchObject({ added: 0, gone: [], next: first.next });
        expect(passing(posts[0]!, [baselineGate(first.next, nameOf)])).toEqual([]);
      }),
    );
  });
});

describe('the file', () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', '2024', 'constructor', 'a\nb "c".md', '😀'),
  );
  const fingerprints = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{1,8}$/), { minLength: 1, maxLength: 4 });
  const rules = fc.array(fc.tuple(names, fingerprints), { minLength: 1, maxLength: 3 });

  test('says what was written, and the same in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, rules), { maxLength: 4 }), (posts) => {
        const entries = posts.map(
          ([name, list]) => [name, new Map(list.map(([rule, items]) => [rule, new Set(items)]))] as const,
        );
        const baseline: Baseline = new Map(entries);
        const text = writeBaseline(baseline);
        expect(readBaseline(text)).toEqual(baseline);
        expect(writeBaseline(new Map([...baseline].reverse()))).toBe(text);
      }),
    );
  });

  test('throws a sentence on whatever it holds', () => {
    const text = writeBaseline(accept(postOf('bad\nbad'), postOf('bad', 'b.md')));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string({ maxLength: 5 }), (at, length, insert) => {
        try {
          readBaseline(text.slice(0, at) + insert + text.slice(at + length));
        } catch (error) {
          expect((error as Error).message).toMatch(/^line \d+ [a-z][^\n]*(?:: )[a-z]/s);
        }
      }),
    );
  });
});
