import { cues } from '../calendar/cues-en.ts';
import { evidenceNames } from '../document/periods.ts';
import type { Timeline, TimelineMention } from '../document/timeline.ts';
import { roleLabels } from '../reporters/html-lanes.ts';
import { markdownText } from './markdown-text.ts';
import { daysWords } from './period-words.ts';

const reasons: ReadonlyMap<string, string> = new Map(cues.map(({ name, reason }) => [name, reason]));
const evidence: ReadonlyMap<string, string> = new Map(Object.entries(evidenceNames));

/** What was made of a time that a post names: its days, what it is there for, and what tells so. */
export function mentionMarkdown(mention: TimelineMention, { subject }: Timeline): string {
  const { period } = mention;
  const name = markdownText(period?.name ?? mention.text);
  const sentences = [`**${name}**${daysTold(period)}`, roleWords(mention)];
  const own = subject?.days;
  const isOther =
    mention.role === 'subject' && period && own && (period.first !== own.first || period.last !== own.last);
  if (isOther) sentences.push(`The post as a whole reports on ${markdownText(subject.name)}.`);
  if (mention.role === 'subject' && subject?.contested) sentences.push('Its parts disagree.');
  return sentences.join(' ');
}

function daysTold(period: TimelineMention['period']): string {
  if (period === null) return ': which days are meant is not told here.';
  // A day is called by its date.
  return period.first === period.last ? '.' : `: ${daysWords(period)}.`;
}

function roleWords({ role, cue }: TimelineMention): string {
  const source = cue === null ? undefined : evidence.get(cue);
  if (source !== undefined) return `The ${source} states the period of the post.`;
  if (cue === 'relative') return 'It is counted from the day on which somebody reads it.';
  const reason = cue === null ? undefined : reasons.get(cue);
  const label = roleLabels.get(role) ?? role;
  return reason === undefined
    ? `${label}: nothing in its sentence tells what it is there for.`
    : `${label}: ${lowered(reason)}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
