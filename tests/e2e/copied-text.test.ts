import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint } from './run.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June'];

/** Six monthly reports; what the last of them says beside what all say. */
function reports(last: string): Record<string, string> {
  return Object.fromEntries(
    months.map((month, i) => {
      const own =
        i === 5
          ? last
          : `On 12 ${month} the board of the club chose ${['oak', 'elm', 'ash', 'fir', 'yew'][i]} for the pier.`;
      const text = `title: ${month} 2024 report\ndate: 2024-0${i + 2}-03\n`;
      return [
        `posts/2024-0${i + 1}.md`,
        `---\n${text}---\n\n${own}\n\nThe club meets on the quay. Bring what you have and come as you are.\n`,
      ];
    }),
  );
}

const leftOver = 'On 12 May the board of the club chose yew for the pier.';
const finding =
  /6:1-6:56 warning This sentence stands in the issue on May 2024 as well and still says “12 May”/;
const count = (text: string) => text.split('no-copied-text').length - 1;

test('a sentence left over from the last issue is found once, however its series is known', () => {
  const posts = reports(leftOver);
  const cwd = makeFolder({ ...posts, '.git/HEAD': '' });
  const configured = makeFolder({
    ...posts,
    '.git/HEAD': '',
    '.recaplintrc.json': JSON.stringify({
      extends: ['recaplint:recommended'],
      series: [{ name: 'reports', files: ['posts/*.md'] }],
    }),
  });
  const alone = makeFolder({
    'posts/2024-06.md': posts['posts/2024-06.md']!,
    'archive.jsonl': recaplint(['facts', 'posts'], { cwd }).stdout,
    '.git/HEAD': '',
  });
  for (const { stdout } of [
    recaplint(['posts'], { cwd }),
    recaplint(['posts/2024-06.md'], { cwd }),
    recaplint(['posts'], { cwd: configured }),
    recaplint(['posts/2024-06.md'], { cwd: configured }),
    recaplint(['--facts', 'archive.jsonl', 'posts'], { cwd: alone }),
  ]) {
    expect(stdout).toMatch(finding);
    expect(count(stdout)).toBe(1);
  }
});

test('reports that each tell their own month are silent', () => {
  const cwd = makeFolder({ ...reports('On 12 June the board chose pine for the pier.'), '.git/HEAD': '' });
  expect(count(recaplint(['posts'], { cwd }).stdout)).toBe(0);
});

test('a comment that suppresses the finding is used; without one to suppress it is reported', () => {
  const comment = '<!-- recaplint-disable-next-line no-copied-text -->\n';
  const cwd = makeFolder({ ...reports(comment + leftOver), '.git/HEAD': '' });
  expect(recaplint(['posts'], { cwd }).stdout).toBe('');
  const unused = makeFolder({ ...reports(`${comment}Nothing.`), '.git/HEAD': '' });
  expect(recaplint(['posts'], { cwd: unused }).stdout).toContain('unused-directive');
});
