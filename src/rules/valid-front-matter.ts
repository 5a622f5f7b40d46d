import { defineRule } from '../engine/rule.ts';

export default defineRule<'invalid'>({
  id: 'valid-front-matter',
  summary: 'Disallow front matter that site generators cannot read.',
  category: 'front matter',
  recommended: 'error',
  // What is wrong is a sentence of the reader's: it alone knows what it expected.
  messages: { invalid: '{problem}' },
  *check({ frontMatter }) {
    for (const { message, range } of frontMatter?.errors ?? []) {
      yield { message: 'invalid', data: { problem: message }, range };
    }
  },
});
