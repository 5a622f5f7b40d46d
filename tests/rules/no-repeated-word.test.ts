import rule from '../../src/rules/no-repeated-word.ts';
import { testRule } from '../../src/testing.ts';

const twice = (word: string) => `“${word}” stands here twice: delete one of the two.`;

testRule(rule, {
  valid: [
    {
      name: 'only behind what it belongs to',
      text: 'It is for children only only in the morning, and not only only one of the two.\n',
    },
    {
      name: 'verbs that meet where one clause ends',
      text: 'What it is is a tool. All there was was tea. The thing he did did help. Those who can can help, and those who will will come. The work it does does matter. The person she is is known. How good it is is open.\n',
    },
    {
      name: 'a way of speaking',
      text: 'The thing is is that we left, and the problem is is that you did not.\n',
    },
    {
      name: 'nouns that are verbs',
      text: 'The can can is a dance. His will will be read. The Can can is new, and Will will come.\n',
    },
    {
      name: 'who they are',
      text: 'Who they are are people, and where they were were towns. The people we were were young.\n',
    },
    {
      name: 'whom it went to',
      text: 'The people I sent it to to review said no, and the page you go to to sign up is gone.\n',
    },
    {
      name: 'somebody is told',
      text: 'I told you you can do it. Thank you you all. We show you you are right. If I were you you would go.\n',
    },
    {
      name: 'somebody is given',
      text: 'They gave her her book, told her her name, and with her her team left.\n',
    },
    {
      name: 'verbs with a preposition',
      text: 'There is a lot going on on the drivers side. It scrolls on on its own. We log in in the morning, and the town we live in in summer is small.\n',
    },
    { name: 'two pronouns', text: 'When I found it it was not in use, and with it it is fast.\n' },
    {
      name: 'letters that name something',
      text: 'Vitamin a a day is fine. From a a to b, the rule a a b, f a a then, and x = a a b with class A a network.\n',
    },
    { name: 'numerals', text: 'In World War I I would not have lived, and she is older than I I think.\n' },
    { name: 'the one after the new one', text: 'Here is the new new parser, for what is new new is good.\n' },
    { name: 'negation', text: 'It is not not good. You can not not see it.\n' },
    { name: 'doubles for weight', text: 'It is so so good. We go up up and over over, and we do do it.\n' },
    { name: 'a name and a verb', text: 'Mark Will will talk about Who Who and the IS is.\n' },
    {
      name: 'not a pair over two cells',
      text: '<table><tr><td>a</td><td>a new one</td></tr></table>\n\nThis is one of them.\n',
    },
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
      name: 'an article',
      text: 'It adds a a new parser, and a a form. A a list of the best.\n',
      reports: [`1:9-1:12 ${twice('a')}`, `1:29-1:32 ${twice('a')}`, `1:39-1:42 ${twice('a')}`],
      unsafelyFixed: 'It adds a new parser, and a form. A list of the best.\n',
    },
    {
      name: 'the first person',
      text: 'I I stayed, for I I know that this is what you want.\n',
      reports: [`1:1-1:4 ${twice('I')}`, `1:17-1:20 ${twice('I')}`],
      unsafelyFixed: 'I stayed, for I know that this is what you want.\n',
    },
    {
      name: 'a pronoun behind a word that joins',
      text: 'We hope that you you had fun. If it it works, you you are right.\n',
      reports: [`1:14-1:21 ${twice('you')}`, `1:34-1:39 ${twice('it')}`, `1:47-1:54 ${twice('you')}`],
      unsafelyFixed: 'We hope that you had fun. If it works, you are right.\n',
    },
    {
      name: 'the only verb of a sentence',
      text: 'The order is\nis documented. `x` is is new, and it was was nice. Our tool does does help. We will will go, and you can can come.\n',
      reports: [
        `1:11-2:3 ${twice('is')}`,
        `2:20-2:25 ${twice('is')}`,
        `2:38-2:45 ${twice('was')}`,
        `2:61-2:70 ${twice('does')}`,
        `2:80-2:89 ${twice('will')}`,
        `2:102-2:109 ${twice('can')}`,
      ],
      unsafelyFixed:
        'The order is documented. `x` is new, and it was nice. Our tool does help. We will go, and you can come.\n',
    },
    {
      name: 'prepositions behind a noun',
      text: 'There is progress on on the parser, and support in in all of the tools.\n',
      reports: [`1:19-1:24 ${twice('on')}`, `1:49-1:54 ${twice('in')}`],
      unsafelyFixed: 'There is progress on the parser, and support in all of the tools.\n',
    },
    {
      name: 'new over a line end, and behind an article',
      text: 'We have the new\nnew build farm, and a new new form for those who who want only only one.\n',
      reports: [
        `1:13-2:4 ${twice('new')}`,
        `2:23-2:30 ${twice('new')}`,
        `2:46-2:53 ${twice('who')}`,
        `2:59-2:68 ${twice('only')}`,
      ],
      unsafelyFixed: 'We have the new build farm, and a new form for those who want only one.\n',
    },
    {
      name: 'in HTML',
      text: '<p>We made it for all of you, and it is a a tool.</p>\n<ul><li>The tool is is fast, when her her team has it</li></ul>\n',
      reports: [`1:41-1:44 ${twice('a')}`, `2:18-2:23 ${twice('is')}`, `2:35-2:42 ${twice('her')}`],
      unsafelyFixed:
        '<p>We made it for all of you, and it is a tool.</p>\n<ul><li>The tool is fast, when her team has it</li></ul>\n',
    },
    {
      name: 'to, with nobody whom it goes to',
      text: 'I sent it to to the team, and we want to to go.\n',
      reports: [`1:11-1:16 ${twice('to')}`, `1:39-1:44 ${twice('to')}`],
      unsafelyFixed: 'I sent it to the team, and we want to go.\n',
    },
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
