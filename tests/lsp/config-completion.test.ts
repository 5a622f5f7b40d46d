import { expect, test } from 'vitest';
import { configCompletionsAt } from '../../src/lsp/config-completion.ts';
import { someRules } from '../config/rules.ts';
import { atCaret } from './open-post.ts';

function offered(fileName: string, marked: string) {
  const { text, offset } = atCaret(marked);
  return configCompletionsAt(fileName, text, offset, someRules).items.map(
    ({ label, edit: { range, text: written } }) => ({
      label,
      text: text.slice(0, range.start) + written + text.slice(range.end),
    }),
  );
}

const json = '.recaplintrc.json';
const yaml = '.recaplintrc.yaml';
const ids = ['no-nbsp', 'no-bare-url', 'date-in-window', 'no-relative-time'];
const levels = ['off', 'warn', 'error'];
const presets = ['recaplint:recommended', 'recaplint:strict'];
const top =
  '$schema extends plugins remark series site rules terms patterns overrides ignores requireReasons'.split(
    ' ',
  );

test.each([
  ['keys', json, '{|}', top],
  ['keys that are not there', json, '{"rules": {}, | }', top.filter((key) => key !== 'rules')],
  ['rules', json, '{"rules": {|}}', ids],
  ['rules in quotation marks', json, '{"rules": {"no-|": "off"}}', ids],
  ['rules in a file that breaks off', json, '{"rules": {"no-nbsp": "off", "no|', ids.slice(1)],
  ['rules of an override', json, '{"overrides": [{"files": [], "rules": {"|"}}]}', ids],
  ['levels', json, '{"rules": {"no-nbsp": |}}', levels],
  ['levels in a pair', json, '{"rules": {"no-bare-url": ["|"]}}', levels],
  ['options', json, '{"rules": {"no-bare-url": ["warn", {|}]}}', ['email', 'most']],
  ['values of options', json, '{"rules": {"no-bare-url": ["warn", {"email": |}]}}', ['true', 'false']],
  ['presets', json, '{"extends": ["rec|"]}', presets],
  ['presets that are not there', json, '{"extends": ["recaplint:strict", "|"]}', presets.slice(0, 1)],
  ['choices', json, '{"series": [{"cadence": "|"}]}', ['week', 'month', 'quarter', 'half', 'year']],
  ['keys of the entry of a package', 'package.json', '{"recaplint": {"ru|"}}', top],
  ['nothing else of a package', 'package.json', '{"name": "|", "scripts": {}}', []],
  ['nothing in a comment', json, '{ // no|\n}', []],
  ['nothing in an empty file', json, '|', []],
  ['nothing at an unknown key', json, '{"rulez": {"|"}}', []],
  ['keys', yaml, '|', top],
  ['keys before others', yaml, '|\nrules: {}\n', top.filter((key) => key !== 'rules')],
  ['rules', yaml, 'rules:\n  |', ids],
  ['rules before others', yaml, 'rules:\n  no|\n  no-nbsp: off\n', ids.slice(1)],
  ['rules in place of one', yaml, 'rules:\n  no|-nbsp: off\n', ids],
  ['rules of an override', yaml, 'overrides:\n  - files: []\n    rules:\n      no-|\n', ids],
  ['levels', yaml, 'rules:\n  no-nbsp: |\n', levels],
  ['options', yaml, 'rules:\n  no-bare-url: [warn, {e|}]\n', ['email', 'most']],
  ['presets', yaml, 'extends:\n  - recaplint:rec|\n', presets],
  ['presets in quotation marks', yaml, 'extends: ["|"]\n', presets],
  [
    'keys of a series',
    yaml,
    'series:\n  - name: a\n    c|\n',
    'files title path cadence looks calendar language window sections ordered schema'.split(' '),
  ],
  ['nothing in a comment', yaml, '# ru|\n', []],
  ['nothing in a text of several lines', yaml, 'ignores:\n  - >\n    a|\n', []],
])('%s are offered in %s: %j', (_, fileName, text, labels) => {
  expect(offered(fileName, text).map(({ label }) => label)).toEqual(labels);
});

test.each([
  ['a key with its colon', json, '{"rules": {no-n|}}', '{"rules": {"no-nbsp": }}'],
  ['a key between quotation marks', json, '{"rules": {"no-n|"}}', '{"rules": {"no-nbsp": }}'],
  ['a key that has its colon', json, '{"rules": {"no-n|" : "off"}}', '{"rules": {"no-nbsp" : "off"}}'],
  ['a key behind an open quotation mark', json, '{"rules": {\n"no-n|\n}}', '{"rules": {\n"no-nbsp": \n}}'],
  ['a level', json, '{"rules": {"no-nbsp": |}}', '{"rules": {"no-nbsp": "off"}}'],
  ['a level between quotation marks', json, '{"rules": {"no-nbsp": "|"}}', '{"rules": {"no-nbsp": "off"}}'],
  [
    'a level behind an open quotation mark',
    json,
    '{"rules": {"no-nbsp": "w|\n}}',
    '{"rules": {"no-nbsp": "off"\n}}',
  ],
  ['a key', yaml, 'rules:\n  no-n|\n', 'rules:\n  no-nbsp: \n'],
  ['a key that has its colon', yaml, 'rules:\n  no|-x: off\n', 'rules:\n  no-nbsp: off\n'],
  ['a level', yaml, 'rules:\n  no-nbsp: w|x\n', 'rules:\n  no-nbsp: off\n'],
])('%s is written in %s: %j', (_, fileName, text, after) => {
  expect(offered(fileName, text)[0]?.text).toBe(after);
});

test('a rule is told with its summary, a key with its description', () => {
  const [rule] = configCompletionsAt(json, '{"rules": {}}', 11, someRules).items;
  expect(rule).toMatchObject({ kind: 'rule', detail: 'Say nothing.' });
  const keys = configCompletionsAt(yaml, 'series:\n  - \n', 12, someRules).items;
  expect(keys[0]).toMatchObject({
    kind: 'key',
    label: 'name',
    detail: 'required: What the series is called in messages.',
  });
});
