import rule from '../../src/rules/no-repeated-word.ts';
import { testRule } from '../../src/testing.ts';

const twice = (word: string) => `“${word}” stands here twice: delete one of the two.`;

testRule(rule, {
  valid: [
    {
      name: 'keywords that are named',
      text: 'Proposal: else clauses for for and while loops, with the if if expression and the as as operator of it.\n',
    },
    { name: 'keywords in HTML', text: '<li>We have else clauses for for loops and for while loops.</li>\n' },
    {
      name: 'the verb of a clause and that of its sentence',
      text: 'Only 51 were merged this week, though the ones that were were fairly large, and those that are are good.\n',
    },
    { name: 'what is it from', text: 'And what trait is it from from? Which one of them is it in in?\n' },
    {
      name: 'terms with the same adjective before',
      text: 'We do not complain about early early returns and the weak weak references of it, or change the method method call syntax.\n',
    },
    { name: 'that that', text: 'We know that that is the reason, and had had it before.\n' },
    { name: 'weight', text: 'This is very very big, and so so good. No no, really really.\n' },
    { name: 'names', text: 'They play Duran Duran and Dance Dance Revolution with the team.\n' },
    {
      name: 'a name in capitals and small letters',
      text: 'The Box box is the type of the The The record.\n',
    },
    { name: 'three of them', text: 'It goes now now now, and the rest of it rolls rolls rolls.\n' },
    { name: 'spelled out', text: 'The page is at colon slash slash servo dot org, and the rest.\n' },
    { name: 'an operator', text: 'It is the bitwise AND and the assignment.\n' },
    { name: 'phrasal verbs', text: 'The page that you log in in, and the work that we do do.\n' },
    { name: 'a sentence ends', text: 'We have what we want. Want more of the same?\n' },
    {
      name: 'punctuation between',
      text: 'This is the, the best. More, more of it! What (what) is “the” the for?\n',
    },
    { name: 'code', text: 'Use `the` the way you use the `for` for loops.\n' },
    { name: 'code twice', text: 'Write `the the` as it is.\n\n    the the\n\n```\nthe the\n```\n' },
    { name: 'numbers and letters', text: 'It took 10 10 days, and x x is the name of it.\n' },
    {
      name: 'parts of words',
      text: 'We then then-called the other the-the one and the_the of there here.\n',
    },
    { name: 'different blocks', text: '# About the\n\nthe end of it\n\n- the\n- the\n' },
    { name: 'cells', text: '| the | the |\n| --- | --- |\n| for | for |\n' },
    { name: 'two links', text: 'More of this is [here](/a) [here](/b) and [there](/c).\n' },
    { name: 'what was deleted', text: 'We moved ~~the~~ the tests of this project.\n' },
    { name: 'German', text: 'Das sind Leute, die die Arbeit und das Geld nicht haben.\n' },
    { name: 'French', text: 'Le matin nous nous levons avec le soleil et vous vous levez dans la nuit.\n' },
    { name: 'Dutch', text: 'Het is een huis dat je je niet kunt vergeten, en dat is het.\n' },
    { name: 'Polish', text: 'Tak to to jest i nie ma tego na to.\n' },
    { name: 'lines that are lines', text: 'Row for the  \nthe boat\\\nboat of you<br>you and me.\n' },
    { name: 'a template tag between', text: 'This is the {{ name }} the team uses.\n' },
    { name: 'an image between', text: 'This is the ![a](b.png) the team uses.\n' },
    { name: 'a comment', text: 'This is it.\n\n<!-- the the -->\n' },
    { name: 'a type', text: 'The error in the return type type is clear.\n' },
    { name: 'attributes', text: '<p title="the the">This is the team of the year.</p>\n' },
    {
      name: 'HTML blocks',
      text: '<p>This is the</p><p>the end of it.</p><ul><li>the</li><li>the</li></ul>\n',
    },
  ],
  invalid: [
    {
      text: 'Members have voted to to fund it.\n',
      reports: [`1:20-1:25 ${twice('to')}`],
      unsafelyFixed: 'Members have voted to fund it.\n',
    },
    {
      name: 'at the start of a sentence',
      text: 'It is gone. For for each piece. The the end of it.\n',
      reports: [`1:13-1:20 ${twice('for')}`, `1:33-1:40 ${twice('the')}`],
      unsafelyFixed: 'It is gone. For each piece. The end of it.\n',
    },
    {
      name: 'over a line end',
      text: 'Here is the\nthe end of what what we did.\n',
      reports: [`1:9-2:4 ${twice('the')}`, `2:12-2:21 ${twice('what')}`],
      unsafelyFixed: 'Here is the end of what we did.\n',
    },
    {
      name: 'in a quotation',
      text: '> Here is the\n> the end of it.\n',
      reports: [`1:11-2:6 ${twice('the')}`],
      unsafelyFixed: '> Here is the end of it.\n',
    },
    {
      name: 'markup opens between',
      text: 'This is the **the first** and it can [can now][a] have through *through* it.\n\n[a]: /a\n',
      reports: [`1:9-1:18 ${twice('the')}`, `1:56-1:72 ${twice('through')}`],
      unsafelyFixed: 'This is **the first** and it can [can now][a] have *through* it.\n\n[a]: /a\n',
    },
    {
      name: 'a link begins',
      text: 'It has [has been removed](/x) for the [the team](/y) of it.\n',
      reports: [`1:4-1:12 ${twice('has')}`, `1:35-1:43 ${twice('the')}`],
      unsafelyFixed: 'It [has been removed](/x) for [the team](/y) of it.\n',
    },
    {
      name: 'a link ends: no fix',
      text: 'See [all of the](/x) the team.\n',
      reports: [`1:13-1:25 ${twice('the')}`],
    },
    {
      name: 'headings, items and cells',
      text: '# Why and and how\n\n- It is at at home\n\n| of of the |\n| --- |\n| we we are |\n',
      reports: [
        `1:7-1:14 ${twice('and')}`,
        `3:9-3:14 ${twice('at')}`,
        `5:3-5:8 ${twice('of')}`,
        `7:3-7:8 ${twice('we')}`,
      ],
      unsafelyFixed: '# Why and how\n\n- It is at home\n\n| of the |\n| --- |\n| we are |\n',
    },
    {
      name: 'title and description',
      text: '---\ntitle: What the the team did\ndescription: "News of of the team"\n---\n\nText.\n',
      reports: [`2:13-2:20 ${twice('the')}`, `3:20-3:25 ${twice('of')}`],
      unsafelyFixed: '---\ntitle: What the team did\ndescription: "News of the team"\n---\n\nText.\n',
    },
    {
      name: 'raw HTML',
      text: '<p>This is the the time of our mentors.</p>\n<ul><li>We were were <b>here here</b></li></ul>\n',
      reports: [`1:12-1:19 ${twice('the')}`, `2:12-2:21 ${twice('were')}`],
      unsafelyFixed: '<p>This is the time of our mentors.</p>\n<ul><li>We were <b>here here</b></li></ul>\n',
    },
    {
      name: 'in HTML with a tag between',
      text: '<p>Look at this <em>this time</em> of the year.</p>\n',
      reports: [`1:12-1:25 ${twice('this')}`],
    },
    {
      name: 'entities and emoji before',
      text: 'Tea &amp; cake 😀 for for&nbsp;for the the team &ndash; and it&nbsp;was with&nbsp;with you.\n',
      reports: [`1:36-1:43 ${twice('the')}`, `1:73-1:87 ${twice('with')}`],
      unsafelyFixed: 'Tea &amp; cake 😀 for for&nbsp;for the team &ndash; and it&nbsp;was with you.\n',
    },
    {
      name: 'the language of the post decides where a line has none',
      text: 'We have done all of this for the team.\n\n- Remove redundant redundant code\n',
      reports: [`3:10-3:29 ${twice('redundant')}`],
      unsafelyFixed: 'We have done all of this for the team.\n\n- Remove redundant code\n',
    },
    {
      name: 'two pairs in one sentence',
      text: 'Once once more we met with with the team.\n',
      reports: [`1:1-1:10 ${twice('once')}`, `1:23-1:32 ${twice('with')}`],
      unsafelyFixed: 'Once more we met with the team.\n',
    },
    {
      name: 'in a footnote',
      text: 'This is it.[^1]\n\n[^1]: And this is from from the team.\n',
      reports: [`3:19-3:28 ${twice('from')}`],
      unsafelyFixed: 'This is it.[^1]\n\n[^1]: And this is from the team.\n',
    },
    {
      name: 'words that are keywords elsewhere',
      text: 'We wait for for the new one, and this is as as it was. It is good for for loopy people.\n',
      reports: [`1:9-1:16 ${twice('for')}`, `1:42-1:47 ${twice('as')}`, `1:67-1:74 ${twice('for')}`],
      unsafelyFixed: 'We wait for the new one, and this is as it was. It is good for loopy people.\n',
    },
    {
      name: 'verbs and adjectives behind other words',
      text: 'The tests were were large, and we came early early in the day to sit at at the fire.\n',
      reports: [`1:11-1:20 ${twice('were')}`, `1:40-1:51 ${twice('early')}`, `1:70-1:75 ${twice('at')}`],
      unsafelyFixed: 'The tests were large, and we came early in the day to sit at the fire.\n',
    },
  ],
});
