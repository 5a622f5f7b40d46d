import { relativeTime } from '../calendar/tense-en.ts';
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
    for (const { text, inQuote, links, sourceRange } of document.prose) {
      if (inQuote) continue;
      let next = 0;
      for (const match of text.matchAll(relativeTime)) {
        const [mention] = match;
        const end = match.index + mention.length;
        while ((links[next]?.end ?? Number.POSITIVE_INFINITY) <= match.index) next++;
        // The text of a link is often the title of what it leads to.
        if ((links[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
        const { one, many = '' } = match.groups ?? {};
        const data = { mention, unit: (one ?? many).toLowerCase() };
        yield { message: one === undefined ? 'many' : 'one', range: sourceRange(match.index, end), data };
      }
    }
  },
});
