import * as z from 'zod/mini';
import { defineRule, type Rule } from '../../src/engine/rule.ts';

const base = { summary: 'Say nothing.', category: 'links', messages: {} } as const;

/** Rules of every default severity, with and without options. */
export const someRules: readonly Rule[] = [
  defineRule({ ...base, id: 'no-nbsp', recommended: 'warn', *check() {} }),
  defineRule({
    ...base,
    id: 'no-bare-url',
    recommended: 'warn',
    options: z.strictObject({ email: z._default(z.boolean(), true), most: z._default(z.int(), 3) }),
    *check() {},
  }),
  defineRule({ ...base, id: 'date-in-window', recommended: 'error', *check() {} }),
  defineRule({ ...base, id: 'no-relative-time', recommended: 'off', *check() {} }),
];
