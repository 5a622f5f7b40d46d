import { dirname, resolve } from 'node:path';
import type { LoadedConfig } from '../config/load.ts';
import type { Origin, ResolvedPost } from '../config/resolve.ts';
import { openSession } from '../project/session.ts';
import { visible } from '../reporters/visible.ts';
import type { Flags } from './flags.ts';
import { notify } from './messages.ts';
import { print } from './print.ts';
import { alignColumns } from './rules.ts';

/**
 * Prints how a file is linted: every value with the place it comes from, and every program that a configuration runs.
 *
 * @throws ConfigError
 */
export async function configCommand(file: string, flags: Flags): Promise<number> {
  const cwd = process.cwd();
  const path = resolve(cwd, file);
  const {
    root,
    path: fromRoot,
    config,
    resolved,
  } = await openSession(flags, cwd, notify).place(path, dirname(path));
  const sections = [
    alignColumns([
      ['file', fromRoot],
      ['root', root],
      ['configuration', config.file ?? 'none: the preset recaplint:recommended'],
    ]),
    `rules\n${alignColumns(ruleRows(resolved))}`,
    `post\n${alignColumns(postRows(resolved, config, flags))}`,
    `programs\n${programs(config, flags)}`,
  ];
  for (const line of sections.join('\n\n').split('\n')) print(`${visible(line)}\n`);
  return 0;
}

function ruleRows({ rules, settings }: ResolvedPost): string[][] {
  const options = new Map(settings.rules.map((active) => [active.rule, active.options]));
  const hosted = [...(settings.remarkLevels ?? [])].map(([id, level]) => [`  ${id}`, level]);
  const own = rules.map(({ rule, level, origin }) => [
    `  ${rule.id}`,
    level,
    placeText(origin),
    rule.options && options.has(rule) ? JSON.stringify(options.get(rule)) : '',
  ]);
  return [...own, ...hosted];
}

function postRows(
  { settings, series, terms, schema, ignored, requireReasons, site }: ResolvedPost,
  config: LoadedConfig,
  flags: Flags,
): string[][] {
  const claimed = series
    ? Object.entries(series.setting).map(([key, value]) => [
        `  series.${key}`,
        placeText({ ...series.origin, path: [...series.origin.path, key] }),
        JSON.stringify(value),
      ])
    : [['  series', placeText(null), 'none']];
  return [
    ...claimed,
    ...terms.map(({ setting, origin }) => [
      `  terms.${setting.term}`,
      placeText(origin),
      setting.anyCase ? 'true' : JSON.stringify(setting.variants),
    ]),
    ...remarkRows(config),
    ['  schema', placeText(schema?.origin ?? null), schema?.setting.file ?? 'none'],
    ['  site', placeText(site), settings.post.site ?? 'told from the post'],
    ['  requireReasons', placeText(requireReasons), String(settings.requireReasons)],
    ['  inlineConfig', flags.inlineConfig ? 'default' : '--no-inline-config', String(settings.inlineConfig)],
    ['  ignored', ignored ? 'ignores' : 'default', String(ignored)],
  ];
}

function remarkRows({ layers }: LoadedConfig): string[][] {
  return layers.flatMap((layer) =>
    (layer.remark ?? []).map(({ name, options }, index) => [
      '  remark',
      placeText({ layer, path: ['remark', index] }),
      JSON.stringify(options.length > 0 ? [name, ...options] : name),
    ]),
  );
}

/** `file:line:column`, the preset's or the flag's name, or `default`. */
function placeText(origin: Origin | null): string {
  if (!origin) return 'default';
  const place = origin.layer.source?.placeOf(origin.path, 'key');
  return place ? `${origin.layer.name}:${place.line}:${place.column}` : origin.layer.name;
}

function programs({ code }: LoadedConfig, flags: Flags): string {
  if (code.length === 0) return '  none';
  return code.map((file) => `  ${file}${flags.code ? '' : ' (not run: --no-code)'}`).join('\n');
}
