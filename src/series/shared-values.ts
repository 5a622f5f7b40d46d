import type { KeyFact, PostFacts } from './facts.ts';
import { isTwin } from './twins.ts';

/** A value of the front matter that an earlier post has under the same key. */
export interface SharedValue {
  readonly post: PostFacts;
  readonly key: KeyFact;
  readonly value: string;
  readonly other: PostFacts;
  readonly original: KeyFact;
}

/**
 * The values under some keys that an earlier post of the series has as well. Posts must come in order; linear in their
 * number. Of several in one post, the first under each key.
 */
export function* sharedValues(posts: readonly PostFacts[], names: readonly string[]): Iterable<SharedValue> {
  const wanted = new Set(names);
  const users = new Map<string, { readonly post: PostFacts; readonly key: KeyFact }>();
  for (const post of posts) {
    for (const key of post.keys) {
      if (!wanted.has(key.value)) continue;
      let said = false;
      for (const value of key.values) {
        const known = users.get(`${key.value}\n${value}`);
        if (!known) users.set(`${key.value}\n${value}`, { post, key });
        else if (!said && value !== '' && known.post !== post && !isTwin(known.post, post)) {
          said = true;
          yield { post, key, value, other: known.post, original: known.key };
        }
      }
    }
  }
}
