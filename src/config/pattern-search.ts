import type { RE2JS } from 're2js';
import type { Groups } from './replacement.ts';

// Nobody reads more.
const mostMatches = 1_000;

/** A match of a pattern in a text, as offsets in the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: Groups;
  /** What is meant: all that is replaced; else the first group where it took part. */
  readonly found: { readonly start: number; readonly end: number; readonly text: string };
}

/** What a search of one text gave. */
export interface Searched {
  readonly matches: readonly Match[];
  /** Where the search ended because too much had been read; null: it came to the end. */
  readonly endedAt: number | null;
}

/** The search of one post for one pattern: 1,000 matches, and as many characters as it is given. */
export class Search {
  #matches = mostMatches;
  #characters: number;

  constructor(
    private readonly pattern: RE2JS,
    private readonly isReplaced: boolean,
    mostCharacters: number,
  ) {
    this.#characters = mostCharacters;
  }

  /** What matches in the next text of the post. */
  find(text: string): Searched {
    const searched = this.#find(text, this.#matches);
    this.#matches -= searched.matches.length;
    return searched;
  }

  /** What matches in a text that the post does not have yet, which counts for what is read alone. */
  findAgain(text: string): Searched {
    return this.#find(text, mostMatches);
  }

  #find(text: string, most: number): Searched {
    const matcher = this.pattern.matcher(text);
    const matches: Match[] = [];
    let at = 0;
    while (matches.length < most) {
      // Each search may go through the rest of the text.
      this.#characters -= text.length - at;
      if (this.#characters < 0) return { matches, endedAt: at };
      if (!matcher.find()) break;
      at = matcher.end();
      const match = matchOf(matcher, this.isReplaced);
      if (match.found.text !== '') matches.push(match);
    }
    return { matches, endedAt: null };
  }
}

function matchOf(matcher: ReturnType<RE2JS['matcher']>, isReplaced: boolean): Match {
  const count = matcher.groupCount();
  const length = 1 + (isReplaced ? count : Math.min(count, 1));
  const groups = Array.from({ length }, (_, group) => matcher.group(group));
  const meant = groups[1] && !isReplaced ? 1 : 0;
  const found = { start: matcher.start(meant), end: matcher.end(meant), text: groups[meant] ?? '' };
  return { start: matcher.start(), end: matcher.end(), groups, found };
}
