import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

const last = 'news/2023-q4-news.md';

/** Eight issues of a quarterly newsletter; the text and date of the last one are given. */
function archive(issue: (number: number) => { text: string; date?: string }): Record<string, string> {
  const posts = Array.from({ length: 8 }, (_, i) => {
    const [quarter, year] = [(i % 4) + 1, 2022 + Math.floor(i / 4)];
    const published = new Date(Date.UTC(year, quarter * 3, 9 + i, 8, 30 + i, 11 * i + 7)).toISOString();
    const { text, date = published } = issue(i + 1);
    const title = `Q${quarter} ${year} news of the club`;
    return [
      `news/${year}-q${quarter}-news.md`,
      `---\ntitle: ${title}\ndate: ${date}\n---\n\n${text}\n`,
    ] as const;
  });
  return Object.fromEntries(posts);
}

/** Whole folder, new post alone, configured, and through facts made in two parts: each a folder and a command line. */
const ways: readonly (readonly [
  string,
  (posts: Record<string, string>) => { cwd: string; args: string[] },
])[] = [
  ['the whole folder', (posts) => ({ cwd: repository(posts), args: ['news'] })],
  ['the new post named alone', (posts) => ({ cwd: repository(posts), args: [last] })],
  [
    'configured',
    (posts) => {
      const series = [{ name: 'news', files: ['news/*.md'], cadence: 'quarter' }];
      const config = JSON.stringify({ extends: ['recaplint:recommended'], series });
      return { cwd: repository({ ...posts, '.recaplintrc.json': config }), args: [last] };
    },
  ],
  [
    'through facts',
    (posts) => {
      const whole = repository(posts);
      const [early, late] = ['news/2022*.md', 'news/2023*.md'].map(
        (part) => recaplint(['facts', part], { cwd: whole }).stdout,
      );
      const cwd = repository({ [last]: posts[last]! });
      // Parts in another order, one of them twice.
      addFiles(cwd, { 'archive.jsonl': `${late}${early}${late}` });
      return { cwd, args: ['--facts', 'archive.jsonl', last] };
    },
  ],
];

function repository(files: Record<string, string>): string {
  return makeFolder({ '.git/HEAD': '', ...files });
}

interface JsonResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}

/** What is found, as `file rule message`. */
function findings({ cwd, args }: { cwd: string; args: string[] }): string[] {
  const { stdout, stderr } = recaplint(['--format', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as JsonResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${filePath.slice(cwd.length + 1)} ${ruleId} ${message}`),
  );
}

describe.each(ways)('%s', (_, run) => {
  test('consistent-terms: a name spelled two ways', () => {
    const posts = archive((number) => ({
      text: `The club met in ${number === 8 ? 'Upper Felding' : 'Upper Fielding'}, where Marta Degen spoke.`,
    }));
    expect(findings(run(posts))).toEqual([
      `${last} consistent-terms “Upper Felding” is “Upper Fielding” in 7 earlier posts: if the same is meant, check which is right.`,
    ]);
  });

  test('no-placeholder-date: a date copied to the second', () => {
    const date = '2023-05-11T09:12:43Z';
    const posts = archive((number) =>
      number === 6 || number === 8 ? { text: 'Hello.', date } : { text: 'Hi.' },
    );
    const own = findings(run(posts)).filter((line) => line.includes('no-placeholder-date'));
    expect(own).toEqual([
      `${last} no-placeholder-date Dated ${date}, to the second like “Q2 2023 news of the club”: the date was copied, write when this post appeared.`,
    ]);
  });

  test('no-truncated-link: hosts of the whole series', () => {
    const posts = archive((number) => ({
      text: `See [the board](https://${number === 8 ? 'foundation.example-clu' : 'foundation.example-club.org'}/board).`,
    }));
    expect(findings(run(posts))).toEqual([
      `${last} no-truncated-link The address breaks off: \`foundation.example-clu\` looks like the beginning of \`foundation.example-club.org\`. Write the whole address.`,
    ]);
  });

  test('no-lookalike-link: a host one letter from that of the series', () => {
    const posts = archive((number) => ({
      text: `See [the board](https://www.${number === 8 ? 'fieldingclab' : 'fieldingclub'}.org/board).`,
    }));
    expect(findings(run(posts))).toEqual([
      `${last} no-lookalike-link \`fieldingclab.org\` is one letter away from \`fieldingclub.org\`, which 7 earlier issues link: check which one is meant.`,
    ]);
  });

  test('a series without mistakes is silent', () => {
    expect(findings(run(archive(() => ({ text: 'Marta Degen spoke to the club.' }))))).toEqual([]);
  });
});

test('people are known from the other series of the folder, too', () => {
  const posts = archive((number) => ({ text: number === 8 ? 'Marta Degon spoke.' : 'Nobody spoke.' }));
  const plans = [1, 2, 3].map((quarter) => [
    `news/2022-q${quarter}-plan.md`,
    `---\ntitle: Q${quarter} 2022 plan\ndate: 2022-0${quarter}-03\n---\n\nMarta Degen will speak.\n`,
  ]);
  const found = findings({ cwd: repository({ ...posts, ...Object.fromEntries(plans) }), args: [last] });
  expect(found).toEqual([
    `${last} consistent-terms “Marta Degon” is “Marta Degen” in 3 earlier posts: if the same is meant, check which is right.`,
  ]);
});
