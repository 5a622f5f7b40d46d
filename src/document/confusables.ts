/**
 * Small letters of other alphabets that look like Latin ones in most typefaces, from the confusables of Unicode
 * (UTS #39), cut down to those that domain names may have.
 */
export const confusables: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  ӏ: 'l',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  с: 'c',
  у: 'y',
  ү: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  // Greek
  α: 'a',
  ι: 'i',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  υ: 'u',
  γ: 'y',
};

/** Domains that readers trust wherever they are linked, so that none is needed in the post to look like. */
export const wellKnownDomains: readonly string[] = [
  'amazon.com',
  'apple.com',
  'bsky.app',
  'discord.com',
  'facebook.com',
  'github.com',
  'gitlab.com',
  'google.com',
  'linkedin.com',
  'microsoft.com',
  'mozilla.org',
  'paypal.com',
  'reddit.com',
  'twitter.com',
  'wikipedia.org',
  'youtube.com',
];
