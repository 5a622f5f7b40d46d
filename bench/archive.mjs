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

/** Some words, none of them twice in a row: that would be a finding in every other sentence. */
export function sentence(random) {
  const length = 6 + Math.floor(random() * 14);
  const picked = [];
  while (picked.length < length) {
    const word = vocabulary[Math.floor(random() * vocabulary.length)];
    if (word !== picked.at(-1)) picked.push(word);
  }
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

const quarters = [
  { from: 'January', to: 'March', month: 4 },
  { from: 'April', to: 'June', month: 7 },
  { from: 'July', to: 'September', month: 10 },
  { from: 'October', to: 'December', month: 13 },
];

/** A quarterly recap of about 5 KB, dated two weeks after its quarter. */
function recap(random, number) {
  const year = 2022 + Math.floor(number / 4);
  const { from, to, month } = quarters[number % 4];
  const name = `Q${(number % 4) + 1} ${year}`;
  const date = new Date(Date.UTC(year, month - 1, 14)).toISOString().slice(0, 10);
  const head = `---\ntitle: ${name} Recap\ndescription: What we did from ${from} to ${to} of ${year}.\ndate: ${date}\n---`;
  const sections = ['Summary', 'Membership', 'Finance', 'Technology', 'Events', 'Community'].map((title) => {
    const paragraphs = Array.from({ length: 3 }, () => {
      const link = `[${sentence(random).slice(0, 24).trim()}](https://example.org/notes/${Math.floor(random() * 1e5)})`;
      return `${sentence(random)} In ${name} we read ${link}. ${sentence(random)}`;
    });
    return `## ${title}\n\n${paragraphs.join('\n\n')}\n`;
  });
  return { name: `q${(number % 4) + 1}-${year}-recap.md`, text: `${head}\n\n${sections.join('\n')}` };
}

/** Writes quarterly recaps into a folder, from the first of 2022 on: the same bytes whenever it is called. */
export function writeRecaps(folder, count) {
  const random = seeded(20220101);
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const { name, text } = recap(random, number);
    writeFileSync(join(folder, name), text);
  }
}
