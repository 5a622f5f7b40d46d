import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { lint } from '../../src/engine/lint.ts';
import { defineRule, type PostRule } from '../../src/engine/rule.ts';
import { noPostSettings, type Settings } from '../../src/engine/settings.ts';
import type { PlacedPost, Session } from '../../src/project/session.ts';
import { timedParse, timedSession } from '../../src/project/timed.ts';

const breaking = defineRule({
  id: 'breaking',
  summary: 'Disallow everything.',
  category: 'prose',
  recommended: 'warn',
  messages: { first: 'The first.', second: 'The second.' },
  *check() {
    yield { message: 'first', range: { start: 0, end: 1 } };
    yield { message: 'second', range: { start: 1, end: 2 } };
    throw new Error('broken');
  },
});

function settingsWith(rule: PostRule): Settings {
  return {
    rules: [{ rule, severity: 'warn', options: {} }],
    post: noPostSettings,
    knownIds: new Set(),
    inlineConfig: true,
    requireReasons: false,
  };
}

function sessionWith(rule: PostRule): Session {
  const resolved = { settings: settingsWith(rule) } as PlacedPost['resolved'];
  return {
    place: async () => ({ resolved }) as PlacedPost,
    rules: () => [],
    forgetFiles: () => {},
    configFiles: () => new Set(),
  };
}

test('a rule that is measured finds the same, also where it breaks down', async () => {
  const measured: string[] = [];
  const session = timedSession(sessionWith(breaking), (part, work) => {
    measured.push(part);
    return work();
  });
  const document = createDocument({ source: 'Text.\n', path: 'a.md', parse: parseWithRemark });
  const { resolved } = await session.place('a.md', '.');
  expect(lint(document, resolved.settings).findings).toEqual(lint(document, settingsWith(breaking)).findings);
  expect(new Set(measured)).toEqual(new Set(['rule breaking']));
});

test('posts that share their settings go on sharing them', async () => {
  const session = timedSession(sessionWith(breaking), (_, work) => work());
  const [first, second] = [await session.place('a.md', '.'), await session.place('b.md', '.')];
  expect(first.resolved).toBe(second.resolved);
});

test('a parser that is measured keeps what is known of it', () => {
  const parse = Object.assign((text: string) => parseWithRemark(text), { sizeLimit: 7 });
  expect(timedParse(parse, (_, work) => work()).sizeLimit).toBe(7);
});
