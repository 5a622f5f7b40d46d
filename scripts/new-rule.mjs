/**
 * `npm run new-rule <id>`: writes a rule, its test and its page, and generates what follows from them. The rule
 * works from the start (it reports one heading), so that each step of replacing it can be tested.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const message = 'The heading says “{heading}”: write what the section is about.';
const filled = message.replace('{heading}', 'Untitled');

const rule = (id) => `import * as z from 'zod/mini';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: '${id}',
  summary: 'Disallow headings that say nothing.',
  category: 'structure',
  recommended: 'off',
  options: z.strictObject({
    heading: z._default(z.string(), 'Untitled').check(z.describe('The heading that is reported.')),
  }),
  messages: {
    empty: '${message}',
  },
  *check(document, options) {
    for (const { text, range } of document.headings) {
      if (text === options.heading) yield { message: 'empty', data: { heading: text }, range };
    }
  },
});
`;

const test = (id) => `import rule from '../../src/rules/${id}.ts';
import { testRule } from '../../src/testing.ts';

testRule(rule, {
  valid: [
    { name: 'a heading that says something', text: '## Budget\\n' },
    { name: 'another heading by option', text: '## Untitled\\n', options: { heading: 'No title' } },
  ],
  invalid: [
    {
      text: '## Untitled\\n',
      reports: ['1:1-1:12 ${filled}'],
    },
  ],
});
`;

const page = (id) => `# ${id}

<!-- generated:head -->
<!-- /generated:head -->

What the rule reports, and why that is a mistake.

\`\`\`md invalid
## Untitled
\`\`\`

\`\`\`text report
1:1-1:12 ${filled}
\`\`\`

## When it stays silent

What looks alike and is right.

\`\`\`md valid
## Budget
\`\`\`
`;

const files = (id) => ({
  [`src/rules/${id}.ts`]: rule(id),
  [`tests/rules/${id}.test.ts`]: test(id),
  [`docs/rules/${id}.md`]: page(id),
});

/** Why a rule cannot have this id, or null. */
function objection(id) {
  if (id === undefined) return 'Which rule? npm run new-rule <id>';
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(id)) return `"${id}" is no rule id: write lower-case words with hyphens.`;
  if (id === 'index') return '"index" is the list of all rules.';
  const taken = Object.keys(files(id)).find((path) => existsSync(join(root, path)));
  return taken ? `${taken} exists already.` : null;
}

function scaffold(id) {
  for (const [path, text] of Object.entries(files(id))) {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'generate.mjs')], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

const [id] = process.argv.slice(2);
const problem = objection(id);
if (problem) {
  console.error(problem);
  process.exitCode = 2;
} else {
  scaffold(id);
}
