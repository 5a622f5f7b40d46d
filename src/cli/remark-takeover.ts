import { fromRemark } from '../draft/from-remark.ts';
import { globsOfIgnoreFile, ignoreFileHint } from '../draft/ignore-globs.ts';
import type { Takeover } from '../draft/takeover.ts';
import { isInstalled } from './installed-package.ts';
import { type ConfigPlaces, missing, readIgnoreFile, readLinterConfig, refuse } from './linter-config.ts';

/** Where remark-cli looks (unified-engine 11). */
export const remarkPlaces: ConfigPlaces = {
  linter: 'remark',
  data: ['.remarkrc', '.remarkrc.json', '.remarkrc.yaml', '.remarkrc.yml'],
  packageKey: 'remarkConfig',
  programs: ['.remarkrc.js', '.remarkrc.cjs', '.remarkrc.mjs'],
};

/** Takes over what a configuration of remark in a folder says. @throws RunError, ConfigError */
export function remarkTakeover(folder: string): Takeover {
  const found = readLinterConfig(folder, remarkPlaces);
  if (!found) throw missing(remarkPlaces, remarkPlaces.data);
  const { problems, ...taken } = fromRemark(found.value, (name) => isInstalled(name, folder));
  refuse(problems, found);
  const ignored = readIgnoreFile(folder, '.remarkignore');
  const globs = ignored === null ? [] : globsOfIgnoreFile(ignored);
  const hints = globs === null ? [ignoreFileHint('.remarkignore')] : [];
  return {
    linter: 'remark',
    from: found.name,
    terms: [],
    patterns: [],
    ignores: globs ?? [],
    hints,
    ...taken,
  };
}
