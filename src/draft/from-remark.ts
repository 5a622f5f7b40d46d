import { basename, extname } from 'node:path';
import type { RuleSetting } from '../config/schema.ts';
import { isRecord, type PluginUse, packageOf, pluginUses } from './plugin-uses.ts';
import { leftPlugins, needlessPlugins, remarkCounterparts } from './remark-counterparts.ts';
import { mayBring, remarkPresets } from './remark-presets.ts';
import {
  type Mapped,
  type RemarkSetting,
  settingOf,
  shownSetting,
  type TakeoverProblem,
} from './takeover.ts';

/** What a configuration of remark becomes. */
export interface FromRemark {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly remark: readonly RemarkSetting[];
  readonly mapped: readonly Mapped[];
  readonly needless: readonly string[];
  readonly left: readonly string[];
  /** Rules of theirs that are off, whose counterparts stay on. */
  readonly kept: readonly Mapped[];
  readonly problems: readonly TakeoverProblem[];
}

/** A rule of theirs that is a rule of ours: on with a value, or off. */
interface Taken {
  readonly value: unknown;
  /** The preset that it came with; null where it was named. */
  readonly preset: string | null;
}

/** What is known after some of the plugins; later ones reconfigure earlier ones. */
interface State {
  readonly hosted: Map<string, unknown>;
  readonly taken: Map<string, Taken>;
  /** Ids of rules that come with a preset and are off. */
  readonly silenced: Set<string>;
  readonly needless: Set<string>;
  readonly left: Set<string>;
  readonly presets: Set<string>;
}

/**
 * Takes a configuration of remark over: rules that recaplint has itself, what it can host, and what stays with remark.
 *
 * @param value the configuration as data
 * @param isInstalled whether a package is there, by its name
 */
export function fromRemark(value: unknown, isInstalled: (name: string) => boolean): FromRemark {
  const { uses, problems, settings } = pluginUses(value, isInstalled);
  const state: State = {
    hosted: new Map(),
    taken: new Map(),
    silenced: new Set(),
    needless: new Set(),
    left: new Set(),
    presets: new Set(),
  };
  for (const use of uses) add(use, state);
  const { rules, mapped, kept } = ourRules(state);
  const left = leftTexts([...state.left]);
  if (settings) left.push('settings: they say how remark writes Markdown anew, which recaplint does not');
  if (isRecord(value) && 'remarkConfig' in value)
    left.push('remarkConfig: remark reads it in package.json alone, so that nothing in it counts here');
  const remark = [...state.hosted].map(
    ([name, options]): RemarkSetting => (options === undefined ? name : [name, options]),
  );
  return { rules, remark, mapped, kept, needless: [...state.needless], left, problems };
}

function add({ name, value }: PluginUse, state: State): void {
  if (Object.hasOwn(needlessPlugins, name) && !isOtherControl(name, value) && !isOurOptions(name, value))
    state.needless.add(name);
  else if (!isLint(name)) {
    if (value !== false) state.left.add(name);
  } else if (isPreset(name)) addPreset(name, value, state);
  else addRule(name, value, state);
}

/** Whether comments of another name than remark-lint's are read. */
function isOtherControl(name: string, value: unknown): boolean {
  return name === 'remark-message-control' && isRecord(value) && value.name !== 'lint';
}

/** Whether rules of ours have options there. */
function isOurOptions(name: string, value: unknown): boolean {
  return name === 'recaplint/remark' && isRecord(value);
}

/** Whether a name says that it is a linter. Paths lead to plugins of the project's own, which may well be linters. */
function isLint(name: string): boolean {
  return /^[./]|(?:^|[-/])(?:lint|preset)(?:[-/]|$)/.test(name);
}

function isPreset(name: string): boolean {
  return /(?:^|[-/])preset(?:[-/]|$)/.test(packageOf(name)) && idOf(name) === null;
}

function addPreset(name: string, value: unknown, state: State): void {
  if (value === false) return;
  state.hosted.set(name, value);
  state.presets.add(name);
  const known = remarkPresets[name];
  for (const rule of known?.rules ?? []) {
    const whole = `remark-lint-${rule}`;
    if (!(whole in remarkCounterparts)) continue;
    state.taken.set(whole, { value: known?.options[rule], preset: name });
    state.silenced.add(rule);
  }
}

function addRule(name: string, value: unknown, { hosted, taken, silenced, presets }: State): void {
  const counterpart = remarkCounterparts[name];
  const { on, option } = severityOf(value);
  const isOurs = counterpart !== undefined && (!on || counterpart.options(option) !== null);
  taken.delete(name);
  hosted.delete(name);
  const id = idOf(name);
  if (id !== null) silenced.delete(id);
  if (isOurs) taken.set(name, { value, preset: null });
  const isBrought = id !== null && [...presets].some((preset) => mayBring(preset, id));
  if (isBrought && (isOurs || !on)) silenced.add(id);
  if (on && !isOurs) hosted.set(name, value);
}

/** What a value of a rule says (unified-lint-rule 3): `false`, options, or severity and options. */
function severityOf(value: unknown): { on: boolean; level: 'warn' | 'error' | null; option: unknown } {
  if (value === false) return { on: false, level: null, option: undefined };
  if (!Array.isArray(value)) return { on: true, level: null, option: value };
  const [severity, option = undefined] = value;
  if ([false, 0, 'off'].includes(severity)) return { on: false, level: null, option };
  if ([true, 1, 'on', 'warn'].includes(severity))
    return { on: true, level: 'warn', option: optionOf(option) };
  if ([2, 'error'].includes(severity)) return { on: true, level: 'error', option: optionOf(option) };
  return { on: true, level: null, option: value };
}

/** `["error", true]` is how older configurations say that a rule without options is on. */
function optionOf(option: unknown): unknown {
  return option === true || option === null ? undefined : option;
}

function ourRules({ taken, silenced }: State): Pick<FromRemark, 'rules' | 'mapped' | 'kept'> {
  const rules: Record<string, RuleSetting> = {};
  const mapped: Mapped[] = [];
  const kept: Mapped[] = [];
  for (const [name, { value, preset }] of [...taken].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const counterpart = remarkCounterparts[name]!;
    const { rule, offTogether } = counterpart;
    const { on, level, option } = severityOf(value);
    if (!on && !offTogether) {
      kept.push({ theirs: name, ours: rule });
      continue;
    }
    const setting = on ? settingOf(counterpart, counterpart.options(option) ?? {}, level) : 'off';
    if (setting !== null) rules[rule] = setting;
    const origin = preset === null ? '' : ` of ${preset}`;
    mapped.push({ theirs: `${name}${origin}${on ? '' : ', off'}`, ours: shownSetting(rule, setting) });
  }
  for (const id of [...silenced].sort()) rules[`remark-lint/${id}`] = 'off';
  return { rules, mapped, kept };
}

/** `remark-lint-no-html` reports `no-html`; null for what is not named in this way. */
function idOf(name: string): string | null {
  const [, id] = /^remark-lint-(.+)$/.exec(basename(name, extname(name))) ?? [];
  return id ?? null;
}

function leftTexts(names: readonly string[]): string[] {
  const plain = names.filter((name) => !(name in leftPlugins));
  const explained = names
    .filter((name) => name in leftPlugins)
    .map((name) => `${name}: ${leftPlugins[name]}`);
  const are = plain.length === 1 ? 'it is no linter' : 'they are no linters';
  return plain.length === 0 ? explained : [`${plain.join(', ')}: ${are}`, ...explained];
}
