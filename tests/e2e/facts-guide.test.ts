import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { recaplint, root, shell } from './run.ts';

const guide = readFileSync(join(root, 'docs', 'facts.md'), 'utf8');

/** The blocks of the guide in a language, without the fences. */
function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\b.*\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text]) => text!,
  );
}

/** The facts of the post that the guide shows. */
function factsOfExample(): Record<string, unknown> {
  const cwd = makeFolder({ '.git/HEAD': '', 'news/q2-2024-news.md': blocks('md')[0]! });
  return JSON.parse(recaplint(['facts', 'news'], { cwd }).stdout);
}

test('the guide shows what facts say of its post', () => {
  expect(factsOfExample()).toMatchObject(JSON.parse(blocks('json')[0]!));
});

test('the guide names every fact, in order', () => {
  const named = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(factsOfExample()));
});

test.each(blocks('sh'))('the guide is done as it says:\n%s', (commands) => {
  const posts = [1, 2, 3, 4].map((quarter) => {
    const name = quarter === 4 ? 'Jane Sargeant' : 'Jane Sergeant';
    return [`news/q${quarter}-2024-news.md`, `# Q${quarter} 2024 news\n\n${name} met the board.\n`];
  });
  const cwd = makeFolder({ '.git/HEAD': '', ...Object.fromEntries(posts) });
  const { stdout, stderr } = shell(commands, cwd);
  expect(stderr).toBe('');
  expect(stdout).toContain('“Jane Sargeant” is “Jane Sergeant” in 3 earlier posts');
});
