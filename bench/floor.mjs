/**
 * `node bench/floor.mjs FOLDER`: reads and parses every Markdown file of a folder and looks at every node once. No linter
 * that runs in Node with this parser can be faster.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast } from 'satteri';

// As src/workspace/satteri.ts has them.
const options = { features: { gfm: true, frontmatter: false } };
const [folder] = process.argv.slice(2);

function countNodes(root) {
  let count = 0;
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    count++;
    if (node.children) for (const child of node.children) pending.push(child);
  }
  return count;
}

let nodes = 0;
for (const name of readdirSync(folder, { recursive: true })) {
  if (!name.endsWith('.md')) continue;
  nodes += countNodes(markdownToMdast(readFileSync(join(folder, name), 'utf8'), options));
}
console.log(`${nodes} nodes`);
