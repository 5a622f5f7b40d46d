import * as z from 'zod/mini';
import { defineRule } from '../engine/rule.ts';

export default defineRule({
  id: 'no-lookalike-link',
  summary: 'Disallow headings that say nothing.',
  category: 'structure',
  recommended: 'off',
  options: z.strictObject({
    heading: z._default(z.string(), 'Untitled').check(z.describe('The heading that is reported.')),
  }),
  messages: {
    empty: 'The heading says “{heading}”: write what the section is about.',
  },
  *check(document, options) {
    for (const { text, range } of document.headings) {
      if (text === options.heading) yield { message: 'empty', data: { heading: text }, range };
    }
  },
});
