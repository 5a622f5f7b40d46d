import * as z from 'zod/mini';

// The version that editors support best.
const target = 'draft-7';

/**
 * JSON Schema of a configuration file, for completion and checks in editors. The configuration's own schema
 * knows no rules; here every rule's options take their place under its id.
 */
export function configJsonSchema(configSchema, levels, rules) {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target });
  const { $schema, ...rest } = schema;
  const { description } = rest.properties.rules;
  const ruleSettings = { $ref: '#/definitions/rules' };
  rest.properties.rules = ruleSettings;
  rest.properties.overrides.items.properties.rules = ruleSettings;
  const definition = {
    description,
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule, levels)])),
    additionalProperties: false,
  };
  return { $schema, title: 'Configuration of recaplint', ...rest, definitions: { rules: definition } };
}

/** A level, or, where the rule has options, a level with them. */
function ruleSetting(rule, levels) {
  const level = { type: 'string', enum: levels };
  if (!rule.options) return { description: rule.summary, ...level };
  const { $schema: _, ...options } = z.toJSONSchema(rule.options, { io: 'input', target });
  const pair = { type: 'array', items: [level, options], minItems: 2, additionalItems: false };
  return { description: rule.summary, anyOf: [level, pair] };
}
