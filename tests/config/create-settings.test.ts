import { describe, expect, test } from 'vitest';
import { createSettings } from '../../src/config/create-settings.ts';
import { presetLevels } from '../../src/config/presets.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { defineRule } from '../../src/engine/rule.ts';
import { rules } from '../../src/rules/index.ts';

const own = defineRule({
  id: 'no-codename',
  summary: 'Disallow the codename.',
  category: 'prose',
  recommended: 'warn',
  messages: { found: 'The codename.' },
  *check() {},
});

/** The level and the options of a rule in settings; null where it is off. */
function levelOf(id: string, settings = createSettings()) {
  const active = settings.rules.find(({ rule }) => rule.id === id);
  return active ? [active.severity, active.options] : null;
}

describe('settings without a file', () => {
  test('are those of the preset', () => {
    const expected = Object.entries(presetLevels('recaplint:recommended', rules));
    const on = expected.filter(([, level]) => level !== 'off');
    expect(createSettings().rules.map(({ rule, severity }) => [rule.id, severity])).toEqual(on);
    expect(createSettings({ preset: 'recaplint:strict' }).rules).toHaveLength(rules.length);
    expect(createSettings({ preset: null }).rules).toEqual([]);
  });

  test('take levels and options of rules', () => {
    const settings = createSettings({
      rules: { 'no-nbsp': 'off', 'no-bare-url': ['warn', { email: false }] },
    });
    expect(levelOf('no-nbsp', settings)).toBeNull();
    expect(levelOf('no-bare-url', settings)).toEqual(['warn', expect.objectContaining({ email: false })]);
  });

  test('keep the options of the preset where a level alone is given', () => {
    const [id, setting] = Object.entries(presetLevels('recaplint:strict', rules)).find(
      ([, level]) => typeof level === 'object',
    )!;
    const settings = createSettings({ preset: 'recaplint:strict', rules: { [id]: 'error' } });
    expect(levelOf(id, settings)).toEqual(['error', expect.objectContaining(setting[1] as object)]);
  });

  test('know the rules of others', () => {
    const settings = createSettings({ preset: null, plugins: [own], rules: { 'no-codename': 'error' } });
    expect(levelOf('no-codename', settings)).toEqual(['error', {}]);
    expect(settings.knownIds.has('no-codename')).toBe(true);
  });

  test('say what is known of the post', () => {
    expect(createSettings({ post: { cadence: 'quarter' } }).post).toMatchObject({
      cadence: 'quarter',
      title: null,
    });
  });

  test.each([
    [{ 'no-nbps': 'error' }, 'There is no rule "no-nbps". Did you mean "no-nbsp"?'],
    [{ 'no-bare-url': ['warn', { emial: false }] }, 'email'],
  ] as const)('refuse %j', (wrong, message) => {
    expect(() => createSettings({ rules: wrong as never })).toThrow(ConfigError);
    expect(() => createSettings({ rules: wrong as never })).toThrow(message);
  });
});

test.each<[string, object, string]>([
  [
    'a preset that there is not',
    { preset: 'strict' },
    'There is no preset "strict". Did you mean "recaplint:strict"?',
  ],
  [
    'a level that there is not',
    { rules: { 'no-nbsp': 'loud' } },
    'The level of "no-nbsp" is "loud", but must be "off", "warn" or "error".',
  ],
  [
    'a plugin that is no rule',
    { plugins: [{ ...own, messages: 5 }] },
    'The rule "no-codename" has no `messages`',
  ],
  [
    'a rule with the name of another',
    { plugins: [{ ...own, id: 'no-nbsp' }] },
    'There are two rules "no-nbsp": call the one in "plugins" something else.',
  ],
])('settings without a file refuse %s', (_, choice, message) => {
  expect(() => createSettings(choice)).toThrow(ConfigError);
  expect(() => createSettings(choice)).toThrow(message);
});
