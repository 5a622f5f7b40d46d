import { relativeTimesOf } from '../document/relative-times.ts';
import { defineRule } from '../engine/rule.ts';

export default defineRule<'one' | 'many'>({
  id: 'no-relative-time',
  summary: 'Disallow times that only the day of writing tells, such as “last quarter”.',
  category: 'period',
  recommended: 'off',
  messages: {
    one: 'Says *{mention}*, which is another {unit} for whoever reads it later: write which one.',
    many: 'Says *{mention}*, which are other {unit} for whoever reads it later: write which.',
  },
  *check(document) {
    for (const { text, range, unit, several } of relativeTimesOf(document)) {
      yield { message: several ? 'many' : 'one', range, data: { mention: text, unit } };
    }
  },
});
