import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoize, memoizeText, memory, rememberForEditor } from '../../src/document/memo.ts';

describe('memoize', () => {
  test.each([
    ['keeps what is remembered of it', { [memory]: new Map() }],
    ['does not', {}],
  ])('asks once about each key of an object that %s', (_, subject) => {
    const asked: unknown[] = [];
    const ask = memoize((_subject: object, key: number | readonly number[] | null) => {
      asked.push(key);
      return key === null ? undefined : String(key);
    });
    const other = memoize(() => 'other');
    for (let time = 0; time < 2; time++) {
      expect([ask(subject, null), ask(subject, 7), ask(subject, [1, 0])]).toEqual([undefined, '7', '1,0']);
      expect(other(subject, null)).toBe('other');
    }
    expect(asked).toEqual([null, 7, [1, 0]]);
    expect(ask({}, 7)).toBe('7');
    expect(asked).toHaveLength(4);
  });
});

describe('memoizeText', () => {
  test('asks once about equal texts', () => {
    const asked: string[] = [];
    const lengthOf = memoizeText((text) => {
      asked.push(text);
      return text.length;
    });
    expect([lengthOf('a post'), lengthOf(['a', 'post'].join(' ')), lengthOf('')]).toEqual([6, 6, 0]);
    expect([lengthOf('a post'), lengthOf('')]).toEqual([6, 0]);
    expect(asked).toEqual(['a post', '']);
  });

  test('remembers that there is nothing', () => {
    let asked = 0;
    const nothing = memoizeText(() => {
      asked++;
    });
    nothing('text');
    nothing('text');
    expect(asked).toBe(1);
  });

  test('forgets what was not asked about for long, and nothing that was', () => {
    const asked = new Map<string, number>();
    const first = memoizeText((text) => {
      asked.set(text, (asked.get(text) ?? 0) + 1);
      return text[0];
    });
    for (let i = 0; i < 200; i++) {
      expect(first('kept')).toBe('k');
      expect(first(`${i} ${'x'.repeat(50_000)}`)).toBe(`${i}`[0]);
    }
    expect(asked.get('kept')).toBe(1);
    first(`0 ${'x'.repeat(50_000)}`);
    expect(asked.get(`0 ${'x'.repeat(50_000)}`)).toBe(2);
  });

  test('answers as the function does, whatever it was asked before', () => {
    const upper = memoizeText((text) => text.toUpperCase());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(upper(text)).toBe(text.toUpperCase());
      }),
    );
  });

  // Last, because it holds for all that is remembered from now on.
  test('remembers a long post for an editor', () => {
    const post = Array.from({ length: 20 }, (_, i) => `${i} ${'x'.repeat(50_000)}`);
    const askTwice = () => {
      let asked = 0;
      const lengthOf = memoizeText((text) => {
        asked++;
        return text.length;
      });
      for (const text of [...post, ...post]) lengthOf(text);
      return asked;
    };
    expect(askTwice()).toBe(40);
    rememberForEditor();
    expect(askTwice()).toBe(20);
  });
});
