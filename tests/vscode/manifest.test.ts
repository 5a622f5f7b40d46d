import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isConfigName } from '../../src/config/discover.ts';
import { defaultOptions } from '../../src/lsp/options.ts';
import { root } from '../e2e/run.ts';

const home = join(root, 'editors', 'vscode');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const { commands, configuration, menus } = manifest.contributes;
const settings: Record<string, { default: unknown; enum?: string[]; scope: string }> =
  configuration.properties;

/** The rows of a table, as cells, in the section of the page with a heading. */
function rows(heading: string): string[][] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading))!;
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the page of the extension', () => {
  test('has every setting with its default and its values', () => {
    const expected = Object.entries(settings).map(([key, setting]) => [
      `\`${key}\``,
      `\`${JSON.stringify(setting.default)}\``,
    ]);
    expect(rows('Settings').map((cells) => cells.slice(0, 2))).toEqual(expected);
    for (const [name, , meaning] of rows('Settings')) {
      const { enum: values = [], default: usual } = settings[name!.slice(1, -1)]!;
      for (const value of values.filter((other) => other !== usual)) expect(meaning).toContain(`"${value}"`);
    }
  });

  test('has every command', () => {
    const expected = commands.map(({ category, title }: { category: string; title: string }) => [
      `${category}: ${title}`,
    ]);
    expect(rows('Commands').map((cells) => cells.slice(0, 1))).toEqual(expected);
  });
});

describe('the manifest', () => {
  test("has the server's options with its defaults, beside settings of the extension", () => {
    const own = ['recaplint.enable', 'recaplint.trace.server'];
    const theirs = Object.entries(settings).filter(([key]) => !own.includes(key));
    // VS Code lists the findings of all files in one view, and an archive has many that nobody is going to mend.
    const defaults = { ...defaultOptions, scope: 'open' };
    expect(Object.fromEntries(theirs.map(([key, setting]) => [key, setting.default]))).toEqual(
      Object.fromEntries(Object.entries(defaults).map(([key, value]) => [`recaplint.${key}`, value])),
    );
  });

  test('keeps the setting that names a file from workspaces that are not trusted', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(supported).toBe('limited');
    expect(restrictedConfigurations).toEqual(['recaplint.configFile']);
  });

  test('gives names of configurations their schema', () => {
    const { jsonValidation, yamlValidation } = manifest.contributes;
    const matched = [...jsonValidation, ...yamlValidation].map(({ fileMatch }) => fileMatch);
    expect(matched).toEqual(['.recaplintrc.json', '.recaplintrc.yaml', '.recaplintrc.yml']);
    for (const name of matched) expect(isConfigName(name)).toBe(true);
    for (const { url } of [...jsonValidation, ...yamlValidation])
      expect(existsSync(join(root, url))).toBe(true);
  });

  test('mentions only commands that it offers', () => {
    const offered = commands.map(({ command }: { command: string }) => command);
    for (const { command } of menus.commandPalette) expect(offered).toContain(command);
  });
});
