import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const words =
  'the release improves support for new editors and fixes several long standing problems with the parser while ' +
  'contributors from three teams reviewed documentation tests and packaging before the conference in spring';
const vocabulary = words.split(' ');

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32, Tommy Ettinger). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function sentence(random) {
  const length = 6 + Math.floor(random() * 14);
  const picked = Array.from({ length }, () => vocabulary[Math.floor(random() * vocabulary.length)]);
  return `${picked.join(' ')}.`.replace(/^./, (letter) => letter.toUpperCase());
}

function section(random, title) {
  const items = Array.from({ length: 20 }, () => {
    const number = Math.floor(random() * 100000);
    return `* [${sentence(random)}](https://example.org/notes/${number}) by **someone** in \`part-${number}\``;
  });
  return `## ${title}\n\n${sentence(random)} ${sentence(random)}\n\n${items.join('\n')}\n`;
}

/** One issue of a weekly newsletter, about 17 KB, with front matter. */
function issue(random, number) {
  const date = new Date(Date.UTC(2014, 0, 6 + 7 * number)).toISOString().slice(0, 10);
  const titles = ['News', 'Project updates', 'Articles', 'Reviewed changes', 'Events', 'Jobs'];
  const sections = titles.map((title) => section(random, title));
  const text = `---\ntitle: The Weekly ${number}\ndate: ${date}\n---\n\n${sections.join('\n')}`;
  return { name: `${date}-the-weekly-${number}.md`, text };
}

/** Writes an archive of weekly issues into a folder: the same bytes whenever it is called. */
export function writeArchive(folder, issues) {
  const random = seeded(20240507);
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= issues; number++) {
    const { name, text } = issue(random, number);
    writeFileSync(join(folder, name), text);
  }
}
