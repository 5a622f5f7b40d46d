import { acting, actingLines, actingName } from './hostile-words.ts';
import { commit, type Files, git, makeRepository } from './repository.ts';

/** A text as a double-quoted value of YAML, whose escapes hold what the file must not. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[^\u0020-\u007E]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A post in which many rules find something, and quote what a stranger wrote. */
function post(title: string): string {
  return `---
title: ${quoted(`Q2 2024 Recap ${title}`)}
author: ${quoted(actingLines)}
${quoted(acting)}: ${quoted(acting)}
tags: [${quoted(acting)}, x]
date: 2024-01-01
date: ${quoted(acting)}
---

# Q2 2024 ${acting}

<!-- recaplint-disable ${acting.replace(/-->/g, '')} -->
<!-- recaplint-disable-next-line no-nbsp -- ${acting.replace(/-->/g, '')} -->

## Empty ${acting}

## Empty ${acting}

In the first quarter of 2024 ${acting}&nbsp;the the Q3 2023 2024-02-30 ${acting}

[${acting.replace(/[[\]]/g, '')}](http://x.test/a?utm_source=${encodeURIComponent(acting)}) [here](<missing ${acting.replace(/[<>]/g, '')}.md>)
[a${acting.replace(/[[\]]/g, '')}](https://github.com/a/b/pull/1) TODO ${acting} TBD XX May 2024 [](x)
http://localhost/${acting.replace(/\s/g, '')} <u>${acting}</u> JavaScript javascript Javascript

${actingLines}
`;
}

const reports: Files = Object.fromEntries(
  [1, 2, 3, 4].map((quarter) => [
    `recaps/q${quarter}-2023-recap.md`,
    `---\ntitle: ${quoted(`Q${quarter} 2023 Recap ${acting}`)}\ndate: 2023-0${quarter * 2}-01\n---\n\n# Summary\n\nText ${acting}.\n\n## ${acting}\n\nText.\n`,
  ]),
);

/** What a configuration may say with a stranger's words and still be one. */
export const config = {
  series: [
    {
      name: actingLines,
      files: ['*.md', 'recaps/*.md', `${acting}/*.md`],
      sections: [actingLines, 'Summary'],
      title: `Q{quarter} {year} Recap ${acting}`.slice(0, 200),
      schema: 'front.json',
    },
  ],
  terms: { [actingLines]: ['Summary', acting], JavaScript: true },
  patterns: [{ name: 'a', pattern: 'Empty', message: `${actingLines} {match}`, in: 'source' }],
};

const frontSchema = {
  type: 'object',
  required: [actingLines],
  properties: { author: { enum: [actingLines], description: actingLines }, title: { const: acting } },
};

/** A repository in which a stranger had the say in everything: texts, names, configuration, a branch that changes it. */
export function hostileRepository(): string {
  const folder = makeRepository({ 'README.md': 'Kept.\n', 'front.json': JSON.stringify(frontSchema) });
  git(folder, 'checkout', '--quiet', '-b', '##x%0A@someone');
  commit(folder, {
    '.recaplintrc.json': JSON.stringify(config),
    'a.md': post('##[group]'),
    [`${actingName}.md`]: post(acting),
    [`${actingName}/b.md`]: post(acting),
    'broken.md': `---\n\t${acting}: [\n  "${acting}\n---\n\nText.\n`,
    'broken-toml.md': `+++\n${acting} = ${acting}\n+++\n\nText.\n`,
    'latin.md': new Uint8Array([0xff, 0x1b, 0x5b, 0x32, 0x4a]),
    'nul.md': 'A\0b.\n',
    ...reports,
  });
  return folder;
}
