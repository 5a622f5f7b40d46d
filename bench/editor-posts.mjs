import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, sentence } from './archive.mjs';

const titles = [
  'News',
  'Project updates',
  'Articles',
  'Reviewed changes',
  'Events',
  'Jobs',
  'Releases',
  'People',
];

/** A section: two sentences of prose, and a list with a link in each item. */
function section(random, title) {
  const items = Array.from({ length: 20 }, () => {
    const number = Math.floor(random() * 1e8);
    return `- [${sentence(random)}](https://example.org/notes/${number}) by someone in \`part-${number}\``;
  });
  return `## ${title}\n\n${sentence(random)} ${sentence(random)}\n\n${items.join('\n')}\n`;
}

/** A post of a bit more than some bytes: front matter, sections, prose, lists with links. The same whenever it is called. */
export function longPost(bytes) {
  const random = seeded(bytes);
  const parts = ['---\ntitle: The Weekly 601\ndate: 2025-07-14\n---\n'];
  for (let length = parts[0].length, number = 0; length < bytes; number++) {
    const round = Math.floor(number / titles.length);
    parts.push(section(random, `${titles[number % titles.length]}${round === 0 ? '' : ` ${round + 1}`}`));
    length += parts.at(-1).length + 1;
  }
  return parts.join('\n');
}

/** Writes posts of a weekly series, as {@link longPost} makes them, about 16 KB each, but for their number and day. */
export function writeSeries(folder, count) {
  mkdirSync(folder, { recursive: true });
  const random = seeded(601);
  for (let number = 1; number <= count; number++) {
    const date = new Date(Date.UTC(2014, 0, 6 + 7 * number)).toISOString().slice(0, 10);
    const sections = titles.slice(0, 6).map((title) => section(random, title));
    const text = `---\ntitle: The Weekly ${number}\ndate: ${date}\n---\n\n${sections.join('\n')}`;
    writeFileSync(join(folder, `${date}-the-weekly-${number}.md`), text);
  }
}
