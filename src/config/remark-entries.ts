import type { RemarkEntry } from '../engine/settings.ts';
import { type Assembly, failure, loadNamed } from './assembly.ts';
import { type CodeName, isPath, locate } from './named-code.ts';
import type { RemarkSetting } from './schema.ts';
import type { ConfigSource } from './source.ts';

/**
 * Loads the plugins and presets of remark that a configuration names.
 *
 * @param boundary the folder that paths may not lead out of
 * @throws ConfigError
 */
export async function loadRemark(
  settings: readonly RemarkSetting[],
  source: ConfigSource,
  boundary: string,
  assembly: Assembly,
): Promise<RemarkEntry[]> {
  const entries: RemarkEntry[] = [];
  if (settings.length > 0) assembly.hosts = true;
  for (const [index, setting] of settings.entries()) {
    const [written, ...options] = typeof setting === 'string' ? [setting] : setting;
    const place = source.placeOf(['remark', index]);
    const found = { from: source.file, boundary, place, what: `"${written}"` };
    if (/^recaplint(?:\/|$)/.test(written))
      throw failure({ ...found, name: written }, 'It is recaplint itself, whose rules see each post anyway.');
    const name = await packageOf(written, source.file, boundary);
    const loaded = await loadNamed({ ...found, name }, assembly);
    if (!loaded) continue;
    if (!isPluginOrPreset(loaded.value))
      throw failure({ ...found, name }, 'Its default export is no plugin or preset of remark.', loaded.file);
    entries.push({ name: written, plugin: loaded.value, options });
  }
  return entries;
}

/** As remark-cli has it, `lint-x` is `remark-lint-x` where there is one. */
async function packageOf(written: string, from: string, boundary: string): Promise<string> {
  if (isPath(written)) return written;
  const [, scope = '', own = ''] = /^(@[^/]+\/)?(.*)$/s.exec(written)!;
  const prefixed = `${scope}remark-${own}`;
  if (own.startsWith('remark-')) return written;
  // What is not there at all is best called by its whole name.
  for (const name of [prefixed, written]) if (await isThere({ name, from, boundary })) return name;
  return prefixed;
}

function isThere(name: CodeName): Promise<boolean> {
  return locate(name).then(
    () => true,
    () => false,
  );
}

function isPluginOrPreset(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('plugins' in value || 'settings' in value);
}
