import { expect, test } from 'vitest';
import { noSuppressions } from '../../src/engine/directives.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { readShard, type Shard, sealed, writeShard } from '../../src/gate/shard-file.ts';
import { finding } from '../reporters/results.ts';

const text = 'One&nbsp;two';
const { schema: _, ...post } = noPostSettings;
const part: Shard = {
  header: { recaplint: '1.0.0', shard: 1, of: 2, command: [], posts: 1, failed: false },
  posts: [
    {
      path: 'a.md',
      root: '',
      config: null,
      settings: { rules: [{ id: 'no-nbsp', severity: 'error', options: {} }], post },
      record: {
        text,
        found: new Map([['no-nbsp', [finding(text, '&nbsp;')]]]),
        askers: new Set(),
        suppressions: noSuppressions,
        facts: null,
      },
    },
  ],
  beside: [],
};
const body = writeShard(part);

test('what is written is read', () => expect(readShard(sealed(body), '1.0.0')).toEqual(part));

// A stranger can write the last line as well: that it is right says nothing.
test.each([
  ['a billion parts', '"of":2', '"of":1000000000', 1],
  ['no parts', '"of":2', '"of":0', 1],
  ['the part before the first', '"shard":1', '"shard":-1', 1],
  ['a part behind the last', '"shard":1', '"shard":3', 1],
  ['half a part', '"shard":1', '"shard":0.5', 1],
  ['a key of its own', '"posts":1', '"posts":1,"__proto__":{"polluted":true}', 1],
  ['a cadence that is none', '"cadence":null', '"cadence":"hour"', 1],
  ['a month that no year has', '"startMonth":null', '"startMonth":1e9', 1],
  ['sections that are none', '"sections":[]', '"sections":[null]', 1],
  ['settings that are nowhere', '"settings":0', '"settings":-1', 2],
  ['a place before the text', '"start":3', '"start":-3', 2],
  ['a place behind the text', '"end":9', '"end":9e9', 2],
  ['deep brackets', '"askers":[]', `"askers":${'['.repeat(100_000)}${']'.repeat(100_000)}`, 2],
])('a part with %s is damaged, though its end says otherwise', (_, from, to, line) => {
  const forged = body.replace(from, () => to);
  expect(forged).not.toBe(body);
  expect(() => readShard(sealed(forged), '1.0.0')).toThrow(`it is damaged in line ${line}`);
  expect({}).not.toHaveProperty('polluted');
});
