import type { ErrorObject } from 'ajv';

const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of keys',
  null: 'empty',
};

const formats: Readonly<Record<string, string>> = {
  date: 'a date such as `2024-05-31`',
  'date-time': 'a date and time with its zone, such as `2024-05-31T10:00:00Z`',
  'iso-date-time': 'a date and time such as `2024-05-31T10:00:00`',
  time: 'a time with its zone, such as `10:00:00Z`',
  'iso-time': 'a time such as `10:00:00`',
  email: 'an e-mail address',
  uri: 'an address such as `https://example.org/`',
  url: 'an address such as `https://example.org/`',
  'uri-reference': 'an address or a path',
};

/** What a value must do, to follow "must". */
export function wordsOf({ keyword, params, schema, message }: ErrorObject): string {
  const limit = params.limit as number;
  switch (keyword) {
    case 'type':
      return `be ${oneOf([schema].flat().map((type) => types[String(type)] ?? String(type)))}`;
    case 'enum':
      return `be ${(schema as unknown[]).length > 1 ? 'one of ' : ''}${listed(schema as unknown[])}`;
    case 'const':
      return `be ${written(schema)}`;
    case 'format':
      return `be ${formats[params.format] ?? `of the format \`${params.format}\``}`;
    case 'pattern':
      return `match the pattern \`${params.pattern}\``;
    case 'minLength':
      return limit === 1 ? 'not be empty' : `have at least ${count(limit, 'character')}`;
    case 'maxLength':
      return `have at most ${count(limit, 'character')}`;
    case 'minItems':
      return `have at least ${count(limit, 'item')}`;
    case 'maxItems':
    case 'items':
    case 'additionalItems':
    case 'unevaluatedItems':
      return `have at most ${count(limit ?? params.len, 'item')}`;
    case 'minProperties':
      return `have at least ${count(limit, 'key')}`;
    case 'maxProperties':
      return `have at most ${count(limit, 'key')}`;
    case 'uniqueItems':
      return 'be there only once';
    case 'minimum':
      return `be at least ${limit}`;
    case 'maximum':
      return `be at most ${limit}`;
    case 'exclusiveMinimum':
      return `be more than ${limit}`;
    case 'exclusiveMaximum':
      return `be less than ${limit}`;
    case 'multipleOf':
      return `be a multiple of ${params.multipleOf}`;
    case 'formatMinimum':
      return `not be before \`${limit}\``;
    case 'formatMaximum':
      return `not be after \`${limit}\``;
    case 'required':
      return `have the key \`${params.missingProperty}\``;
    case 'additionalProperties':
      return `not have the key \`${params.additionalProperty}\``;
    case 'oneOf':
      return params.passingSchemas
        ? 'fit only one of the forms that the schema has'
        : 'fit a form that the schema has';
    case 'anyOf':
      return 'fit a form that the schema has';
    case 'contains':
      return 'hold an item that the schema asks for';
    case 'not':
      return 'not be what the schema rules out';
    case 'false schema':
      return 'not be there';
    default:
      return (message ?? 'be as the schema says').replace(/^must /, '').replaceAll('NOT', 'not');
  }
}

const mostListed = 12;

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, mostListed).map(written);
  return values.length > mostListed
    ? `${shown.join(', ')} and ${values.length - mostListed} more`
    : oneOf(shown);
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function written(value: unknown): string {
  if (value === null) return 'empty';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
