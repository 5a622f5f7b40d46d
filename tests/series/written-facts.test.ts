import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { factsOf } from '../../src/series/collect.ts';
import { factsVersion, type PostFacts } from '../../src/series/facts.ts';
import { readFacts, writeFacts } from '../../src/series/written-facts.ts';
import { ownPosts } from '../corpus/posts.ts';

function facts(source: string, path = 'news/2024-q2.md'): PostFacts {
  const document = createDocument({ source, path, parse: parseWithRemark });
  return factsOf(document, { ...noPostSettings, series: 'news' }, [{ start: 0, end: 9, rules: ['no-nbsp'] }]);
}

const post = `---
title: Q2 2024 news
date: 2024-07-03T10:11:12Z
author: Jane Doe
tags: [club, "club "]
empty:
---

# Q2 2024 news

## Money &amp; members

In June 2024 Jane Doe paid the bills of GitHub [as told before](https://example.org/a), [in our last issue](/q1).
`;

describe('facts as a line of JSON', () => {
  test.each([
    ['with everything', post],
    ['with nothing', ''],
    ['CRLF and a byte-order mark', `\uFEFF${post.replaceAll('\n', '\r\n')}`],
    ...ownPosts().map(({ path, source }) => [path, source]),
  ])('come back as they were: %s', (_, source) => {
    const before = facts(source!);
    expect(readFacts(writeFacts(before))).toEqual(before);
  });

  const word = fc.oneof(
    fc.constantFrom('Q1 2024', '&amp;', '[a](https://b.c)', '# H', '\n\n', '- ', '---\n'),
    fc.string(),
  );

  test('whatever the post says', () => {
    fc.assert(
      fc.property(
        fc.array(word).map((words) => words.join(' ')),
        fc.string(),
        (source, path) => {
          const before = facts(source, path);
          const line = writeFacts(before);
          expect(line).not.toContain('\n');
          expect(readFacts(line)).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('an address takes hardly more than itself', () => {
    const line = writeFacts(facts('[a](https://example.org/some/path)\n'));
    expect(line).toContain('"links":[["https://example.org/some/path",4]]');
  });

  test('facts that a newer recaplint adds are passed over', () => {
    const line = writeFacts(facts(post));
    expect(readFacts(line.replace('{', '{"mood":"good",'))).toEqual(readFacts(line));
  });

  const written: Record<string, unknown> = JSON.parse(writeFacts(facts(post)));
  const names = Object.keys(written).filter((name) => name !== 'version' && name !== 'spellings');

  test.each(names)('damage is named: %s', (name) => {
    const says = `is damaged at \`${name}\``;
    expect(() => readFacts(JSON.stringify({ ...written, [name]: { a: { b: 1 } } }))).toThrow(says);
    expect(() => readFacts(JSON.stringify({ ...written, [name]: undefined }))).toThrow(says);
    const [item] = [written[name]].flat();
    if (Array.isArray(item)) {
      for (const broken of [[], [true], [item[0], 'x'], [item[0], [1]], [1.5, 2]])
        expect(() => readFacts(JSON.stringify({ ...written, [name]: [broken] }))).toThrow(says);
    }
  });

  test.each([
    ['x', 'is no JSON'],
    ['null', 'holds no facts'],
    ['[]', 'holds no facts'],
    ['{"version":1}', `holds facts of version 1; this recaplint reads version ${factsVersion}`],
  ])('what else a line may be: %s', (line, says) => expect(() => readFacts(line)).toThrow(says));
});
