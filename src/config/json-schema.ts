import * as z from 'zod/mini';
import type { Rule } from '../engine/rule.ts';
import { configSchema, levels } from './schema.ts';

/** A JSON Schema as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

// The version that editors support best.
const target = 'draft-7';

/**
 * JSON Schema of a configuration file, for completion and checks in editors. The configuration's own schema
 * knows no rules; here every rule's options take their place under its id.
 */
export function configJsonSchema(rules: readonly Rule[]): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input', target });
  const properties = rest.properties as Record<string, z.core.JSONSchema.JSONSchema>;
  const { description } = properties.rules!;
  const ruleSettings = { $ref: '#/definitions/rules' };
  properties.rules = ruleSettings;
  const overrides = properties.overrides!.items as z.core.JSONSchema.JSONSchema;
  overrides.properties!.rules = ruleSettings;
  const definition = {
    description,
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
    additionalProperties: {
      anyOf: [level, { type: 'array', items: [level, { type: 'object' }], minItems: 2 }],
    },
  };
  const definitions = { rules: definition };
  return { $schema, title: 'Configuration of recaplint', ...rest, ...withoutOthers(rules), definitions };
}

const level = { type: 'string', enum: levels };

/** Where nothing is named that may bring rules, there are ours alone: a file that is extended may name plugins, too. */
function withoutOthers(rules: readonly Rule[]): JsonSchema {
  const ours = { properties: { rules: { propertyNames: { enum: rules.map(({ id }) => id) } } } };
  const extended = { properties: { extends: { contains: { not: { pattern: '^recaplint:' } } } } };
  return {
    if: {
      not: {
        anyOf: [{ required: ['plugins'] }, { required: ['remark'] }, { required: ['extends'], ...extended }],
      },
    },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { ...ours.properties, overrides: { items: ours } } },
  };
}

/** A level, or, where the rule has options, a level with them. */
function ruleSetting(rule: Rule): JsonSchema {
  if (!rule.options) return { description: rule.summary, ...level };
  const pair = {
    type: 'array',
    items: [level, optionsOf(rule.options)],
    minItems: 2,
    additionalItems: false,
  };
  return { description: rule.summary, anyOf: [level, pair] };
}

/** A plugin may check its options in ways that JSON Schema has no words for. */
function optionsOf(schema: NonNullable<Rule['options']>): JsonSchema {
  try {
    const { $schema: _, ...options } = z.toJSONSchema(schema, { io: 'input', target });
    return options;
  } catch {
    return { type: 'object' };
  }
}
