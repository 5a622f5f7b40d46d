import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PostFacts } from '../../src/series/facts.ts';
import { earlierValues, earlierWith, lastWith, postsWith, seriesBefore } from '../../src/series/history.ts';

type Tagged = Pick<PostFacts, 'tags'>;

/** All that the history reads of a post, through `tagsOf`, is its tags. */
function postWith(tags: readonly string[]): PostFacts {
  const post: Tagged = { tags: tags.map((value) => ({ value, range: { start: 0, end: 0 } })) };
  return post as PostFacts;
}

const tagsOf = ({ tags }: PostFacts): string[] => tags.map(({ value }) => value);

/** What the history says of a list, in every place of it. */
function told(posts: readonly PostFacts[]): unknown {
  return Array.from({ length: posts.length + 1 }, (_, position) => {
    const series = seriesBefore('', posts, position);
    return {
      counts: new Map(earlierValues(series, tagsOf)),
      a: [
        earlierWith(series, tagsOf, 'a'),
        lastWith(series, tagsOf, 'a'),
        postsWith(series, tagsOf, 'a').length,
      ],
    };
  });
}

/** The same, counted anew. */
function counted(posts: readonly PostFacts[]): unknown {
  const withA = posts.filter((post) => tagsOf(post).includes('a'));
  return Array.from({ length: posts.length + 1 }, (_, position) => {
    const earlier = posts.slice(0, position);
    const counts = new Map<string, number>();
    for (const tag of earlier.flatMap((post) => [...new Set(tagsOf(post))]))
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    const last = earlier.findLast((post) => tagsOf(post).includes('a')) ?? null;
    return { counts, a: [counts.get('a') ?? 0, last, withA.length] };
  });
}

const post = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).map(postWith);

describe('an index', () => {
  test('counts each post once', () => {
    const posts = [postWith(['a', 'a']), postWith([]), postWith(['b', 'a'])];
    expect(earlierWith(seriesBefore('', posts, 3), tagsOf, 'a')).toBe(2);
    expect(lastWith(seriesBefore('', posts, 2), tagsOf, 'a')).toBe(posts[0]);
    expect(lastWith(seriesBefore('', posts, 0), tagsOf, 'a')).toBeNull();
    expect(postsWith(seriesBefore('', posts, 0), tagsOf, 'a')).toEqual([posts[0], posts[2]]);
  });

  test('that is handed on to lists of other posts says of each list what is true of it', () => {
    const edit = fc.tuple(fc.nat(), post, fc.boolean());
    fc.assert(
      fc.property(fc.array(post, { maxLength: 24 }), fc.array(edit, { maxLength: 12 }), (first, edits) => {
        const lists = [first];
        for (const [at, next, grows] of edits) {
          const list = [...lists.at(-1)!];
          if (grows || list.length === 0) list.push(next);
          else list[at % list.length] = next;
          lists.push(list);
        }
        // Forwards and back, so that lists are asked that have given their index away.
        for (const list of [...lists, ...lists.toReversed()]) expect(told(list)).toEqual(counted(list));
      }),
    );
  });

  test('reads no post again that stayed', () => {
    let read = 0;
    const valuesOf = (one: PostFacts) => {
      read++;
      return tagsOf(one);
    };
    const posts = Array.from({ length: 100 }, (_, i) => postWith([`${i}`, 'a']));
    const changed = posts.with(50, postWith(['b']));
    expect(earlierWith(seriesBefore('', posts, 100), valuesOf, 'a')).toBe(100);
    expect(earlierWith(seriesBefore('', changed, 100), valuesOf, 'a')).toBe(99);
    expect(earlierWith(seriesBefore('', changed, 100), valuesOf, 'b')).toBe(1);
    expect(earlierWith(seriesBefore('', changed, 100), valuesOf, '50')).toBe(0);
    expect(read).toBe(102);
  });
});
