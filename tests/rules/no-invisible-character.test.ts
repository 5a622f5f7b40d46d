import rule from '../../src/rules/no-invisible-character.ts';
import { testRule } from '../../src/testing.ts';

testRule(rule, {
  valid: [
    { name: 'nothing but what is seen', text: 'Text with “quotes”, dashes – and spaces\u00a0   here.\n' },
    {
      name: 'emoji made of several',
      text: 'Family 👩\u200d👩\u200d👧, 🏳️\u200d🌈, 👩🏽\u200d💻 and ❤️\u200d🔥 with 1️⃣.\n',
    },
    { name: 'a flag with tags', text: '🏴󠁧󠁢󠁥󠁮󠁧󠁿 won.\n' },
    { name: 'Persian', text: 'می\u200cخواهم بروم\n' },
    { name: 'Hindi', text: 'क्\u200dष और र\u200c्य\n' },
    {
      name: 'Hebrew and Arabic with marks',
      text: 'שלום\u200f! (Rust\u200e) וגם \u2067עברית\u2069 كذلك\u200f\n',
    },
    { name: 'Khmer, Thai and Japanese breaks', text: 'ភាសា\u200bខ្មែរ ภาษา\u200bไทย 日本\u200b語\n' },
    { name: 'emphasis in Chinese', text: '**注意。**\u200b下一句\n' },
    {
      name: 'places to break a long name',
      text: 'See std/\u200bcollections/\u200bhash_map and foo.\u200bbar(\u200bbaz).\n',
    },
    {
      name: 'a mention and a face that are none',
      text: 'Hello @\u200beveryone, see #\u200b12 and :\u200b) too.\n',
    },
    {
      name: 'soft hyphens in names',
      text: 'It has Offscreen\u00adCanvas and Web\u00adView, HTML\u00adElement, on\u00adtouch\u00adend as well.\n',
    },
    {
      name: 'soft hyphens in long words',
      text: 'Die Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesellschaft fährt inter\u00adnational\u00adisation.\n',
    },
    {
      name: 'entities of those who know',
      text: 'A Wort&shy;teil, a&zwnj;b, a&zwj;b, a&lrm;b and &#8203;.\n',
    },
    {
      name: 'code',
      text: '`a\u200bb` and <code>a\u200bb</code>\n\n```\na\u200bb \u0007 c\u00add\n```\n\n    a\ufeffb\n',
    },
    { name: 'comments and templates', text: '<!-- a\u200bb --> {{ "a\u200bb" }}\n' },
    { name: 'marks kept apart', text: '*foo*\u200bbar, foo\u200b**bar** and `Arc`\ufeff`<T>`\n' },
    { name: 'tabs and line ends', text: 'a\tb\r\nc\td\n' },
    { name: 'the character that says something is lost', text: 'The sign � is shown for it.\n' },
    { name: 'variation selectors', text: '☎︎ and ☎️\n' },
    { name: 'right to left in code', text: '```\nlet a = "\u2067עברית\u2069";\n```\n' },
    { name: 'an attribute that nobody sees', text: '<a href="/x" title="a\u200bb">x</a>\n' },
    { name: 'a Persian address', text: '[a](https://example.com/می\u200cخواهم) and ![b](👩\u200d💻.png)\n' },
    { name: 'a dash that is kept with its word', text: 'We met\u2060—\u2060and left and\u2060/or\n' },
    { name: 'an empty cell', text: '| a | \u200b |\n| --- | --- |\n| \u200b | b |\n' },
    { name: 'combining marks', text: 'é and ñ\n' },
    { name: 'a tilde in a path', text: 'Go to ~\u200bhome and C:\\\u200bTemp then a&\u200bb.\n' },
    { name: 'a table with a break', text: '| a-\u200bb | c |\n| --- | --- |\n| d-\u200be | f |\n' },
    { name: 'Arabic with a joiner in a link', text: '[ه\u200dـ](https://example.com)\n' },
  ],
  invalid: [
    {
      name: 'inside a word',
      text: 'We re\u200bleased it and it is in\u2060side.\n',
      reports: [
        '1:6-1:7 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:29-1:30 An invisible character stands here, U+2060 (word joiner): delete it, or type the text around it again.',
      ],
      fixed: 'We released it and it is inside.\n',
    },
    {
      name: 'beside a space and at the edges',
      text: '\u200bWe met \u200bhere. \u200b\n\nThere\ufeff\n',
      reports: [
        '1:1-1:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:9-1:10 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:16-1:17 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '3:6-3:7 An invisible character stands here, U+FEFF (byte-order mark): delete it, or type the text around it again.',
      ],
      fixed: 'We met here.\n\nThere\n',
    },
    {
      name: 'behind an opening mark',
      text: '* [**\u200bThe meetup**](https://example.com)\n',
      reports: [
        '1:6-1:7 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: '* [**The meetup**](https://example.com)\n',
    },
    {
      name: 'a soft hyphen from columns',
      text: 'The develop\u00adment of the plat\u00adform.\n',
      reports: [
        '1:12-1:13 An invisible character stands here, U+00AD (soft hyphen): delete it, or type the text around it again.',
        '1:29-1:30 An invisible character stands here, U+00AD (soft hyphen): delete it, or type the text around it again.',
      ],
      fixed: 'The development of the platform.\n',
    },
    {
      name: 'a soft hyphen that is left at the end',
      text: 'The plat\u00ad form\n',
      reports: [
        '1:9-1:10 An invisible character stands here, U+00AD (soft hyphen): delete it, or type the text around it again.',
      ],
      fixed: 'The plat form\n',
    },
    {
      name: 'a joiner that joins nothing',
      text: 'We met\u200d and left\u200c.\n',
      reports: [
        '1:7-1:8 An invisible character stands here, U+200D (zero-width joiner): delete it, or type the text around it again.',
        '1:17-1:18 An invisible character stands here, U+200C (zero-width non-joiner): delete it, or type the text around it again.',
      ],
      fixed: 'We met and left.\n',
    },
    {
      name: 'marks of direction where all goes left to right',
      text: '\u200eThe report\u200f and \u2068Ada\u2069 and \u202aBob\u202c.\n',
      reports: [
        '1:1-1:2 An invisible character stands here, U+200E (mark of the direction of writing): delete it, or type the text around it again.',
        '1:12-1:13 An invisible character stands here, U+200F (mark of the direction of writing): delete it, or type the text around it again.',
        '1:18-1:19 An invisible character stands here, U+2068 (control of the direction of writing): delete it, or type the text around it again.',
        '1:22-1:23 An invisible character stands here, U+2069 (control of the direction of writing): delete it, or type the text around it again.',
        '1:28-1:29 An invisible character stands here, U+202A (control of the direction of writing): delete it, or type the text around it again.',
        '1:32-1:33 An invisible character stands here, U+202C (control of the direction of writing): delete it, or type the text around it again.',
      ],
      fixed: 'The report and Ada and Bob.\n',
    },
    {
      name: 'control of direction in code',
      text: '`access\u202e level` and\n\n```\nif (a \u2066// check\u2069) {\n```\n',
      reports: [
        '1:8-1:9 An invisible character stands here, U+202E (control of the direction of writing): delete it, or type the text around it again.',
        '4:7-4:8 An invisible character stands here, U+2066 (control of the direction of writing): delete it, or type the text around it again.',
        '4:16-4:17 An invisible character stands here, U+2069 (control of the direction of writing): delete it, or type the text around it again.',
      ],
      fixed: '`access level` and\n\n```\nif (a // check) {\n```\n',
    },
    {
      name: 'a control character in a target',
      text: 'We hire: [an engineer](\u0002https://example.com/jobs).\n',
      reports: [
        '1:24-1:25 An invisible character stands here, U+0002 (control character): delete it, or type the text around it again.',
      ],
      fixed: 'We hire: [an engineer](https://example.com/jobs).\n',
    },
    {
      name: 'in an address',
      text: 'See [this](https://example.com/\u200bnews) and <https://example.com/a\u200b> or ![b](c\u200b.png).\n',
      reports: [
        '1:32-1:33 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:65-1:66 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:77-1:78 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: 'See [this](https://example.com/news) and <https://example.com/a> or ![b](c.png).\n',
    },
    {
      name: 'control characters in text',
      text: 'A bell\u0007 and a page\fbreak and\u000b so on.\n',
      reports: [
        '1:7-1:8 An invisible character stands here, U+0007 (control character): delete it, or type the text around it again.',
        '1:19-1:20 An invisible character stands here, U+000C (form feed): delete it, or type the text around it again.',
        '1:29-1:30 An invisible character stands here, U+000B (vertical tab): delete it, or type the text around it again.',
      ],
      fixed: 'A bell and a page break and so on.\n',
    },
    {
      name: 'what Windows wrote',
      text: 'It\u0092s \u0093fine\u0094 \u0096 we think.\n',
      reports: [
        '1:3-1:4 An invisible character stands here, U+0092 (control character): delete it, or type the text around it again.',
        '1:6-1:7 An invisible character stands here, U+0093 (control character): delete it, or type the text around it again.',
        '1:11-1:12 An invisible character stands here, U+0094 (control character): delete it, or type the text around it again.',
        '1:13-1:14 An invisible character stands here, U+0096 (control character): delete it, or type the text around it again.',
      ],
      unsafelyFixed: 'It’s “fine” – we think.\n',
    },
    {
      name: 'line separators',
      text: 'One line\u2028another line \u2028 and\u2029\n',
      reports: [
        '1:9-1:10 An invisible character stands here, U+2028 (line separator): delete it, or type the text around it again.',
        '1:23-1:24 An invisible character stands here, U+2028 (line separator): delete it, or type the text around it again.',
        '1:28-1:29 An invisible character stands here, U+2029 (paragraph separator): delete it, or type the text around it again.',
      ],
      fixed: 'One line another line and\n',
    },
    {
      name: 'a placeholder of an object',
      text: 'The picture \ufffc was here.\n',
      reports: [
        '1:13-1:14 An invisible character stands here, U+FFFC (placeholder of an object): delete it, or type the text around it again.',
      ],
      fixed: 'The picture was here.\n',
    },
    {
      name: 'a mark of byte order inside',
      text: 'First\ufeff second\n\n\ufeff## A heading\n',
      reports: [
        '1:6-1:7 An invisible character stands here, U+FEFF (byte-order mark): delete it, or type the text around it again.',
        '3:1-3:2 An invisible character stands here, U+FEFF (byte-order mark): delete it, or type the text around it again.',
      ],
      fixed: 'First second\n\n\ufeff## A heading\n',
    },
    {
      name: 'no fix: an empty item would underline the line above, and one paragraph would be two',
      text: 'Looms\n- \u200d\n\nWe met\n\u200b\nin spring.\n\r\u200b\n',
      reports: [
        '2:3-2:4 An invisible character stands here, U+200D (zero-width joiner): delete it, or type the text around it again.',
        '5:1-5:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '8:1-8:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
    },
    {
      name: 'no fix: what follows would become a heading, a list, HTML or a definition',
      text: '\u200b# Title\n\n\u200b- item\n\n1.\u200bMay\n\nWe met\n\u200b<p>and\n\n\u200b[a]: /b\n\n\u200b-\n\n- \u200b-\n',
      reports: [
        '1:1-1:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '3:1-3:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '8:1-8:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '10:1-10:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '12:1-12:2 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '14:3-14:4 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
    },
    {
      name: 'no fix: emphasis would end',
      text: '**the end.\u200b**Next it goes on **\u200b(so) on**.\n',
      reports: [
        '1:32-1:33 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
    },
    {
      name: 'front matter',
      text: '---\ntitle: "Re\u200bcap\ufeff"\nurl: https://example.com/\u200b\n---\n\nText.\n',
      reports: [
        '2:11-2:12 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '2:15-2:16 An invisible character stands here, U+FEFF (byte-order mark): delete it, or type the text around it again.',
        '3:26-3:27 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: '---\ntitle: "Recap"\nurl: https://example.com/\n---\n\nText.\n',
    },
    {
      name: 'headings, quotes, cells, images',
      text: '## The\u200b end\n\n> We\u200b met\n\n| a\u200b | b |\n| --- | --- |\n| c | d\u200b |\n\n![the\u200b end](a.png)\n',
      reports: [
        '1:7-1:8 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '3:5-3:6 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '5:4-5:5 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '7:8-7:9 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '9:6-9:7 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: '## The end\n\n> We met\n\n| a | b |\n| --- | --- |\n| c | d |\n\n![the end](a.png)\n',
    },
    {
      name: 'blocks of HTML',
      text: '<div>\n<p>We met\u200b here.</p>\n<a href="https://example.com/\u200b">the\u200b end</a>\n</div>\n',
      reports: [
        '2:10-2:11 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '3:30-3:31 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '3:36-3:37 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: '<div>\n<p>We met here.</p>\n<a href="https://example.com/">the end</a>\n</div>\n',
    },
    {
      name: 'an emoji before',
      text: '🎉👩\u200d💻 We\u200b met 👩\u200d here.\n',
      reports: [
        '1:11-1:12 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '1:19-1:20 An invisible character stands here, U+200D (zero-width joiner): delete it, or type the text around it again.',
      ],
      fixed: '🎉👩\u200d💻 We met 👩 here.\n',
    },
    {
      name: 'entities before',
      text: 'Bread &amp; but\u200bter &amp;\n',
      reports: [
        '1:16-1:17 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: 'Bread &amp; butter &amp;\n',
    },
    {
      name: 'no hard break is left',
      text: 'The first line  \u200b\nand the second \u200b line\n',
      reports: [
        '1:17-1:18 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
        '2:16-2:17 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: 'The first line\nand the second line\n',
    },
    {
      name: 'several in one place',
      text: 'We met\u200b\u200b\u200b here.\n',
      reports: [
        '1:7-1:10 An invisible character stands here, U+200B (zero-width space): delete it, or type the text around it again.',
      ],
      fixed: 'We met here.\n',
    },
  ],
});
