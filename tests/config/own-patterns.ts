import { join } from 'node:path';
import { createConfigLoader } from '../../src/config/load.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { createResolver } from '../../src/config/resolve.ts';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { fixPost } from '../../src/engine/fix.ts';
import { lint } from '../../src/engine/lint.ts';
import type { Settings } from '../../src/engine/settings.ts';
import { makeFolder } from '../folder.ts';
import { someRules } from './rules.ts';

/** The name of the configuration file in a test's folder. */
export const rc = '.recaplintrc.json';

/** How a post is linted under some configuration files: texts, or data that is written as JSON. */
export async function settingsOf(
  files: Readonly<Record<string, unknown>>,
  path = 'post.md',
): Promise<Settings> {
  const texts = Object.entries(files).map(([name, data]) => [
    name,
    typeof data === 'string' ? data : JSON.stringify(data),
  ]);
  const folder = makeFolder({ '.git': null, ...Object.fromEntries(texts) });
  const loader = createConfigLoader({ rules: someRules, code: true, notify: () => {} });
  const { layers } = await loader.nearest(folder).catch((error) => {
    if (error instanceof ConfigError) throw new Error(error.message.replaceAll(`${folder}/`, ''));
    throw error;
  });
  return createResolver(layers, { rules: someRules, inlineConfig: true })(join(folder, path)).settings;
}

/** What patterns find in a post: `severity id: what is reported | message`. */
export async function found(
  files: Readonly<Record<string, unknown>>,
  source: string,
  path = 'post.md',
): Promise<string[]> {
  const settings = await settingsOf(files, path);
  const { findings } = lint(createDocument({ source, path, parse: parseWithRemark }), settings);
  return findings.map(
    ({ ruleId, severity, message, range }) =>
      `${severity} ${ruleId}: ${source.slice(range.start, range.end)} | ${message}`,
  );
}

/** A post after all fixes. */
export function fixed(settings: Settings, source: string, path = 'post.md'): string {
  return fixPost({ source, path, parse: parseWithRemark }, settings, { unsafe: true }).source;
}

/** A configuration of one pattern, called `own`. */
export const one = (pattern: string, more: object = {}) => ({
  [rc]: { patterns: [{ name: 'own', pattern, message: 'Not “{match}”.', ...more }] },
});

/** What that pattern says of something. */
export const own = (written: string, match = written) => `warn patterns/own: ${written} | Not “${match}”.`;
