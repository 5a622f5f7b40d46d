import type { Cue, Question } from './role.ts';

/** What a post that looks back is called. */
const reports =
  'recap|review|report|summary|digest|updates?|overview|highlights|round-?up|activities|accomplishments|achievements';

/** How a post introduces itself, and no earlier issue. */
const introduces = "\\b(?:this|here|here['’]s|welcome|shar(?:e|ing)|present(?:s|ing)?|below|find)\\b";

/** How a post points to an issue that is out already. */
const pointsElsewhere =
  /\b(?:miss(?:ed)?|find|found|read|see|available|linked?|catch up|previous|published)\b/i;

/** Who speaks or acts in a recap: the author, the organisation, its people. */
const actors =
  "(?:[Ww]e|[Oo]ur\\s\\S{1,20}|(?:[Tt]he\\s(?:\\S{1,20}\\s){0,2})?(?:foundation|team|project|staff|organi[sz]ation|community|board|council|committee|society|association|trust|group|office|members|contributors|maintainers|volunteers|users|developers|[A-Z]\\S{0,20}\\s(?:[Ff]oundation|[Tt]eam|[Pp]roject)|Foundation|Team|Project|Trust|Society|Association|Council|Board)(?:['’]s\\s\\S{1,20}(?:\\s\\S{1,20})?)?)\\b";

/** A verb in the past tense, regular or of the irregular ones that recaps use. */
const past =
  '\\b(?:was|were|had|did|saw|made|held|brought|grew|took|gave|came|went|kept|led|ran|sent|spent|won|(?:re)?wrote|(?:re)?built|sold|set|heard|stood|sought|began|met|paid|said|told|found|felt|lost|chose|became|rose|fell|bought|caught|spoke|taught|drew|left|put|cut|hit|\\p{L}{2,20}ed)\\b';

/** Asks for all of some patterns. The first are short, and few texts get beyond them; the last is long, and costs to compile. */
function allOf(...patterns: readonly RegExp[]): Question {
  return { test: (words) => patterns.every((pattern) => pattern.test(words)) };
}

/** Whose report it is: "from the projects". */
const byWhom = '(?:\\s(?:(?:from|by)\\s|(?:from|by|of)\\s(?:the|our|all)\\s)\\S{1,20})?';

/**
 * English: what tells the role of a period in its sentence, in the order in which it is asked. Whatever leads away
 * from the subject comes before what states it, because a wrong "subject" is a false alarm and a missed one only a miss.
 * In an example the mention stands in square brackets.
 */
export const cues: readonly Cue[] = [
  {
    name: 'link',
    role: 'background',
    reason: 'The text of a link names what it leads to.',
    example: 'In [Q1], we published this.',
    linked: true,
  },
  {
    name: 'limit',
    role: 'background',
    reason:
      'A preposition or adjective right before it makes it a limit or a yardstick, not the time of the sentence.',
    example: 'Since [Q2 2023], we hosted the service.',
    before:
      /\b(?:since|until|till|by|before|prior to|after|as of|following|back in|from|to|end of|start of|beginning of|rest of|remainder of|course of|half of|half in|part of|month of|week of|than|versus|vs\.?|compared (?:to|with)|against|last|previous|prior|next|upcoming|coming|late|early|mid|later in|earlier in|only in|again in|already in)[\s-](?:the\s)?$/i,
    unlessBefore: new RegExp(
      `\\bwelcome to\\s(?:the\\s)?$|\\b(?:${reports})\\s(?:from|of|for)\\s(?:the\\s)?(?:month of\\s)?$`,
      'i',
    ),
  },
  {
    name: 'call',
    role: 'plan',
    reason: 'The reader is invited to apply for a round to come.',
    example: 'You can re-use that application to apply for [Q3 2019].',
    before:
      /\b(?:apply|applying|applications?|submit|nominate|register)\b\sfor\s(?:the\s|our\s)?(?:next year['’]?s\s)?$/i,
  },
  {
    name: 'next-round',
    role: 'plan',
    reason: 'The next one of something is said to be of this period.',
    example: 'The fund is opening its next round for [Q3 2022].',
    before: /\b(?:next|upcoming)\s(?:\S{1,20}\s){1,3}(?:for|in|of)\s(?:the\s)?$/i,
    unlessBefore: /\b(?:was|were|had|did|\p{L}{2,20}ed)\b/iu,
  },
  {
    name: 'future',
    role: 'plan',
    reason: 'The sentence speaks of what is to come.',
    example: 'In [Q1], we will share an update.',
    anywhere:
      /\b(?:(?<!\byou )will|won't|shall|going to|upcoming|soon|(?:is|are) to be|see you|stay tuned)\b|(?<!\byou)['’]ll\b/i,
  },
  {
    name: 'next',
    role: 'plan',
    reason: 'Something else is said to be the next one, so that this sentence looks ahead.',
    example: 'The next round was opened in [Q3 2024].',
    anywhere: /\bnext\b/i,
  },
  {
    name: 'intention',
    role: 'plan',
    reason: 'Somebody plans, aims, hopes or expects.',
    example: 'We are now aiming for a launch in the [third quarter].',
    anywhere:
      /\b(?:plans?|planning|planned|expect\w*|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|look(?:s|ing)? forward|intend\w*|schedul\w+|target\w*|tentative\w*|likely|postpon\w+|delay\w*|should)\b/i,
  },
  {
    name: 'comparison',
    role: 'comparison',
    reason: 'The sentence sets one time against another.',
    example: 'In [Q2], we sent more mails than in any other.',
    anywhere:
      /\b(?:compar\w+|than|versus|vs|up from|down from|year[- ]over[- ]year|quarter[- ]over[- ]quarter|same (?:period|quarter)|relative to|unlike|as with|as in|whereas|while in|both)\b/i,
  },
  {
    name: 'summary-opening',
    role: 'subject',
    reason: 'A summary opens with the time it sums up, and tells what the organisation began or saw later.',
    example: 'During the [first quarter of 2024], the Foundation started a fund for maintainers.',
    places: ['summary'],
    opensParagraph: true,
    before: /^\W*(?:in|during|throughout|over|across)\s(?:the\s)?$/i,
    after: allOf(/^,\s/, new RegExp(`^,\\s${actors}\\s(?:\\p{L}{2,20}ly\\s|also\\s)?${past}`, 'u')),
  },
  {
    name: 'beginning',
    role: 'background',
    reason: 'What began then is told for what came of it.',
    example: 'In [Q4], work officially began on the specification.',
    anywhere: /\b(?:began|begun|start(?:ed|ing))\b/i,
  },
  {
    name: 'before',
    role: 'background',
    reason: 'The sentence looks back beyond the period of the post.',
    example: 'In the earlier progress report ([Q3 2021]) we announced it.',
    anywhere:
      /\b(?:previous\w*|prior|last|earlier|ago|already|original\w*|since|back (?:in|then)|ever|history|once|formerly|at the time|later|subsequent\w*|after (?:a|an|the|our)|building on|follow-?up)\b/i,
  },
  {
    name: 'reminder',
    role: 'background',
    reason: 'The reader is reminded of something older.',
    example: 'In [Q1], as we mentioned, the board was elected.',
    anywhere: /\b(?:as (?:mentioned|announced|reported|we)|you may (?:recall|remember)|remember)\b/i,
  },
  {
    name: 'day',
    role: 'event',
    reason: 'A day is when something happened, not what the post reports on.',
    example: 'Jane joined the team on [July 15].',
    days: true,
  },
  {
    name: 'opening',
    role: 'subject',
    reason: 'The paragraph opens with its time, and then the author or the organisation did something.',
    example: 'During the [first quarter of 2024], the Foundation celebrated numerous achievements.',
    places: ['intro', 'summary'],
    opensParagraph: true,
    before: /^\W*(?:in|during|throughout|over|across)\s(?:the\s)?$/i,
    after: new RegExp(`^,?\\s(?:(?:[Ww]e|[Oo]ur|[Tt]he)\\b|\\p{Lu})[\\s\\S]{0,400}?${past}`, 'u'),
  },
  {
    name: 'section-opening',
    role: 'subject',
    reason: 'A section opens with its time, and then the author or the organisation itself did something.',
    example: 'In [Q1], we welcomed three members.',
    places: ['section-start'],
    opensParagraph: true,
    before: /^\W*(?:in|during|throughout|over|across)\s(?:the\s)?$/i,
    after: new RegExp(
      `^,?\\s${actors}(?!\\shad\\s(?:\\S{1,20}\\s)?\\p{L}{2,20}ed\\b)[\\s\\S]{0,400}?${past}`,
      'u',
    ),
  },
  {
    name: 'topic',
    role: 'subject',
    reason: 'The period itself is what the paragraph speaks of.',
    example: 'The [second quarter] saw significant progress.',
    places: ['intro', 'summary', 'section-start'],
    opensParagraph: true,
    before: /^\W*(?:the\s)?$/i,
    after: /^\s(?:was|saw|were|has (?:been|seen|brought)|brought|marked|proved|turned out|may be the)\b/i,
  },
  {
    name: 'report-of',
    role: 'subject',
    reason: 'The introduction says what period the post reports on.',
    example: 'Here is a recap of [Q2 2024].',
    places: ['intro'],
    opensParagraph: true,
    before: new RegExp(
      `${introduces}.{0,120}\\b(?:${reports})${byWhom}\\s(?:for|of|from|on|in|during|covering|throughout)\\s(?:the\\s)?(?:month of\\s)?$`,
      'i',
    ),
  },
  {
    name: 'named-report',
    role: 'subject',
    reason: 'The introduction calls the post by its period.',
    example: 'Welcome to our [Q2 2024] progress report!',
    places: ['intro'],
    opensParagraph: true,
    unlessBefore: pointsElsewhere,
    before: new RegExp(introduces, 'i'),
    after: new RegExp(`^\\s(?:\\S{1,20}\\s)?(?:${reports})\\b`, 'i'),
  },
  {
    name: 'time-for',
    role: 'subject',
    reason: 'The introduction opens by announcing the post under its period.',
    example: 'Hello, it’s time for the [May] activity report!',
    places: ['intro'],
    opensParagraph: true,
    before: /^.{0,60}\b(?:time for|finally|here comes)\s(?:the|our|my|another)\s$/i,
    after: new RegExp(`^\\s(?:\\S{1,20}\\s)?(?:${reports})\\b`, 'i'),
  },
  {
    name: 'work-in',
    role: 'subject',
    reason: 'The introduction opens with what work was like in the period.',
    example: 'The main focus of the team during [August] was support for mobile platforms.',
    places: ['intro'],
    opensParagraph: true,
    before: /^.{0,40}\b(?:focus|work|activity|development|progress)\b.{0,40}\b(?:in|during)\s(?:the\s)?$/i,
    after: /^\s(?:\([^()]{0,80}\)\s)?(?:was|were|has been|focus+ed|continued|saw|cent(?:er|re)d)\b/i,
  },
  {
    name: 'work-through',
    role: 'subject',
    reason: 'The introduction says what the author or the organisation was busy with all through the period.',
    example: 'The staff worked hard in [Q2 of 2024] on a number of packages.',
    places: ['intro'],
    opensParagraph: true,
    before:
      /\b(?:we|i|team|staff|foundation|project|community|contributors|maintainers)\b.{0,60}\b(?:worked|focus+ed|accomplished|achieved|did|been up to|been working|made (?:\w+ )?(?:progress|strides)|kept busy|concentrated)\b.{0,60}\b(?:in|during|throughout)\s(?:the\s)?$|\b(?:their|our|an?)\b.{0,40}\bwork\s(?:in|for|during)\s$/i,
  },
  {
    name: 'happened',
    role: 'event',
    reason: 'A verb in the past tense tells what happened then.',
    example: 'The Foundation announced a fund in [Q1 2024].',
    before: allOf(
      /\b(?:in|on|during|at)\s(?:the\s)?$/i,
      /\b(?:was|were|held|met|took|came|began|made|won|\p{L}{2,20}ed)\b.{0,80}\b(?:in|on|during|at)\s(?:the\s)?$/iu,
    ),
  },
];

/** Words of a post that announces who is funded. */
export const awardWords =
  /\bwe(?:['’]re| are) (?:funding|awarding|supporting)\b|\b(?:awarded to|were (?:selected|chosen)|(?:grant|award) (?:winners|recipients)|grantees are)\b/i;
