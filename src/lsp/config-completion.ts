import { basename } from 'node:path';
import { configJsonSchema, type JsonSchema } from '../config/json-schema.ts';
import { presets } from '../config/presets.ts';
import type { Edit, Rule } from '../engine/rule.ts';
import { type CompletionItem, type Completions, noCompletions, orderText } from './completion-item.ts';
import { type ConfigPlace, longestConfig } from './config-place.ts';
import { jsonPlace } from './config-place-json.ts';
import { yamlPlace } from './config-place-yaml.ts';
import { childOf, descriptionOf, keysOf, type SchemaView, valuesOf, viewSchema } from './schema-view.ts';

/**
 * What may be written at an offset of a configuration file: its keys, ids of rules, levels, options of rules, presets.
 *
 * @param fileName its ending says what it is; of `package.json` only the entry `recaplint` is looked at
 * @param offset UTF-16 offset in the text
 * @param rules those that a configuration may name
 */
export function configCompletionsAt(
  fileName: string,
  text: string,
  offset: number,
  rules: readonly Rule[],
): Completions {
  if (text.length > longestConfig || offset < 0 || offset > text.length) return noCompletions;
  const isYaml = /\.ya?ml$/i.test(fileName);
  const place = placeIn(text, offset, isYaml);
  const own = place && inConfig(place, fileName);
  if (!own) return noCompletions;
  const schema = schemaFor(rules);
  const view = own.path.reduce(childOf, viewSchema(schema, schema as Record<string, unknown>));
  const keys = own.part === 'value' ? [] : keyItems(own, view, isYaml);
  return { items: keys.length > 0 || own.part === 'key' ? keys : valueItems(own, view, isYaml) };
}

function placeIn(text: string, offset: number, isYaml: boolean): ConfigPlace | null {
  try {
    return isYaml ? yamlPlace(text, offset) : jsonPlace(text, offset);
  } catch (error) {
    // Nested deeper than the libraries can follow.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const schemas = new WeakMap<readonly Rule[], JsonSchema>();

function schemaFor(rules: readonly Rule[]): JsonSchema {
  const schema = schemas.get(rules) ?? configJsonSchema(rules);
  schemas.set(rules, schema);
  return schema;
}

/** The place as seen from the configuration, which in `package.json` is an entry. */
function inConfig(place: ConfigPlace, fileName: string): ConfigPlace | null {
  if (basename(fileName) !== 'package.json') return place;
  return place.path[0] === 'recaplint' ? { ...place, path: place.path.slice(1) } : null;
}

function keyItems(place: ConfigPlace, view: SchemaView, isYaml: boolean): CompletionItem[] {
  const isRule = place.path.at(-1) === 'rules';
  return keysOf(view)
    .filter(({ key }) => !place.written.has(key))
    .map(({ key, required }, index) => {
      const description = descriptionOf(childOf(view, key));
      const detail = [...(required ? ['required'] : []), ...(description === null ? [] : [description])];
      const written = isYaml || place.quote !== '' ? key : JSON.stringify(key);
      return {
        label: key,
        kind: isRule ? 'rule' : 'key',
        ...(detail.length === 0 ? {} : { detail: detail.join(': ') }),
        edit: keyEdit(place, written, isYaml),
        ...(isRule ? {} : { sortText: orderText(index) }),
      };
    });
}

/** Writes a key with the colon behind it, and the quotation mark where it is missing. */
function keyEdit({ range, quote, isOpen, hasColon }: ConfigPlace, key: string, isYaml: boolean): Edit {
  if (hasColon || (isYaml && quote !== '')) return { range, text: key };
  if (quote === '') return { range, text: `${key}: ` };
  return { range: { start: range.start, end: range.end + (isOpen ? 0 : 1) }, text: `${key}": ` };
}

function valueItems(place: ConfigPlace, view: SchemaView, isYaml: boolean): CompletionItem[] {
  const isPreset = place.path.length === 2 && place.path[0] === 'extends';
  const values = isPreset ? presets : valuesOf(view);
  return values
    .filter((value) => !isPreset || !place.written.has(String(value)))
    .map((value, index) => {
      const isBare = place.quote !== '' || isYaml || typeof value !== 'string';
      const written = (isBare ? String(value) : JSON.stringify(value)) + (place.isOpen ? '"' : '');
      return {
        label: String(value),
        kind: 'value',
        edit: { range: place.range, text: written },
        sortText: orderText(index),
      };
    });
}
