import { expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { namesOf } from '../../src/document/proper-names.ts';
import { parseWithRemark } from '../../src/document/remark.ts';

const source = `---
title: Q2 2024 Recap
description: What Ada Lovelace did.
---

# Recap

Ada Lovelace met [Ada Lovelace](https://example.org/ada) <!-- recaplint-disable-line no-nbsp -->

- {{ tag }}
`;

/** A stopwatch that only notes what is measured. */
function notebook() {
  const parts: string[] = [];
  const watch = <T>(part: string, work: () => T): T => {
    parts.push(part);
    return work();
  };
  return { parts, watch };
}

test('a document that is measured is the same in all its parts', () => {
  const input = { source, path: 'q2-2024-recap.md', parse: parseWithRemark };
  const plain = createDocument(input);
  const { parts, watch } = notebook();
  const measured = createDocument({ ...input, watch });
  expect(parts).toEqual([]);
  const prototype = Object.getPrototypeOf(plain);
  const getters = Object.keys(Object.getOwnPropertyDescriptors(prototype)).filter(
    (key) => key !== 'constructor',
  );
  const keys = ['source', 'path', 'languages', ...getters] as (keyof typeof plain)[];
  // As text, for some parts hold functions of their own.
  for (const key of keys)
    expect([key, JSON.stringify(measured[key])]).toEqual([key, JSON.stringify(plain[key])]);
});

test('what is made of the text does not bear its cost, and nothing is measured twice', () => {
  const { parts, watch } = notebook();
  const document = createDocument({ source, path: 'a.md', parse: parseWithRemark, watch });
  expect(document.links).toHaveLength(1);
  expect(parts).toEqual(['text', 'links']);
  void document.headings;
  void document.links;
  expect(parts).toEqual(['text', 'links', 'text']);
  namesOf(document, null);
  namesOf(document, null);
  expect(parts.filter((part) => part === 'names')).toHaveLength(1);
});
