import rule from '../../src/rules/missing-space.ts';
import { testRule } from '../../src/testing.ts';

const options = { sentencePerLine: true };
const line = (word: string) =>
  `The sentence that begins with “${word}” stands behind another one: begin a new line.`;

testRule(rule, {
  valid: [
    { name: 'two sentences in a line, where that is allowed', text: 'We met. We left.\n' },
    { options, name: 'a sentence a line', text: 'We met.\nWe left.\r\nWhy?\nBecause.\n' },
    { options, name: 'a sentence of many lines', text: 'We met\nthe people. \nAnd\nleft.\n' },
    { options, name: 'hard breaks', text: 'We met.\\\nWe left.  \nAll.\n\nWe met.<br>We left.\n' },
    {
      options,
      name: 'abbreviations',
      text: 'We met Dr. Miller, J. Doe, e.g. Ann, and No. Two of St. Ann.\n',
    },
    { options, name: 'numbers', text: 'We met on p. 12 and in vol. 3 of it.\n' },
    { options, name: 'dots that end nothing', text: 'We met... Who knows? \nAnd… So on.\n' },
    { options, name: 'lower case', text: 'We met at foo.bar. baz of Yahoo! is here.\n' },
    { options, name: 'a label in bold', text: '**Contact.** Write to us.\n\n**Note.**\nWe met.\n' },
    {
      options,
      name: 'headings and cells',
      text: '## We met. We left.\n\n| A. B |\n|---|\n| We met. We left. |\n',
    },
    { options, name: 'HTML', text: '<p>We met. We left.</p>\n' },
    { options, name: 'code', text: '```\nWe met. We left.\n```\n\nRun `We met. We left.` now.\n' },
    { options, name: 'front matter', text: '---\ntitle: We met. We left.\n---\n' },
    { options, name: 'a mark of a footnote', text: 'We met. [^1]\n\n[^1]: The minutes.\n' },
    { options, name: 'comments', text: '<!-- We met. We left. -->\n' },
    { name: 'numbers of a list', text: 'We took 1,a and 2,b then 10,x as 3,foo of it and so 4,and\n' },
    {
      name: 'members that are called like words',
      text: 'The Foo.This of it and Config.For the Page.Index is set, Item.About too.\n',
    },
    { name: 'a title before a name', text: 'We saw Dr.The again, and St.The too, with Module.The\n' },
    {
      name: 'lists that are written without spaces',
      text: 'It derives Eq,Hash, Debug for all. The tools are Abacus,Bobbin, Cello.\n',
    },
    {
      name: 'names of programs behind a full stop',
      text: 'We used the game.Item of it and the game.Themes of this module.\n',
    },
    { name: 'spaces', text: 'We met, talked; and left. The end! What now? We go on.\n' },
    {
      name: 'numbers, times and versions',
      text: 'About 1,000 users on 2.5,3.1 and 10.5 at 9.30,then a new 1.2.A build was out.\n',
    },
    {
      name: 'abbreviations',
      text: 'Some tools, e.g.The editor, i.e.This one, of the U.S.A or a Ph.D.This is known.\n',
    },
    {
      name: 'names with dots',
      text: 'We like Node.js, ASP.NET, System.Text, std.Io and the foo.Bar() call very much.\n',
    },
    {
      name: 'members of a module',
      text: 'We test the game.MainMenu module and the core.Scene module, and the list.All method is new.\n',
    },
    {
      name: 'members of a module that begin like sentences',
      text: 'The pages.Index class and the config.Load call were renamed in the io.In part.\n',
    },
    {
      name: 'domains and addresses',
      text: 'It is on rust-lang.org, on https://example.com/a,b;c and at www.example.com.The rest is there too.\n',
    },
    { name: 'file names', text: 'We changed readme.Md and main.This-is-a-file in there.\n' },
    {
      name: 'code',
      text: 'Run `a,b;c` and <code>one,two or so.The</code> first.\n\n```\nfoo,bar is what.The\n```\n',
    },
    {
      name: 'lists of names without spaces',
      text: 'It implements PartialEq,Eq,Hash,Debug for all of them.\n',
    },
    { name: 'braces', text: 'Make outlives::{components,verify} agree, and use {left,right} as well.\n' },
    { name: 'two flags', text: 'Build it with the features rust,python\n' },
    { name: 'names with a sign inside', text: 'People at Yahoo!Mail and Jeopardy!The game are happy.\n' },
    { name: 'a short form', text: 'The tl;dr of this is that we are done; the tl;dr is short.\n' },
    { name: 'closing quotes', text: 'They said “yes,” and “no.” He left; "so," we said.\n' },
    { name: 'emoji and faces', text: 'Nice work!🎉 And more :)and so on, great!:) it is.\n' },
    { name: 'Chinese and Japanese', text: '我们发布了新版本,修复了错误。これは,テストです。\n' },
    { name: 'decimal commas and codes', text: 'Es kostet 3,50 und der Wert A,B ist klein, oder a,b so.\n' },
    { name: 'an ellipsis', text: 'And so on...The next one, or more…The last.\n' },
    {
      name: 'options of a program',
      text: 'We ran it with --features=foo,bar and more, and with a,b or so.\n',
    },
    { name: 'template tags', text: 'It is {{ a,b }} or {% if foo,bar is %} there.\n' },
    {
      name: 'attributes and comments',
      text: '<!-- one,two is here.The --> <a title="one,two is here.The">all fine</a> here.\n',
    },
    { name: 'wildcards and macros', text: 'Use panic!In rare cases and src/*.The one is *.md,all of it.\n' },
    {
      name: 'an API in front of lower case',
      text: 'The word.Word pair is fine, and so is core.Config in there.\n',
    },
    { name: 'an entity written twice', text: 'A &amp;copy;Foo is what was written here.\n' },
    { name: 'French', text: 'Nous avons fait, vu; et «vu,lu» dans le texte.\n' },
    { name: 'a heading of names', text: '## Foo.Bar,Baz\n' },
  ],
  invalid: [
    {
      options,
      name: 'two sentences in a line',
      text: '🎉 We met the people. Then we left! Why?  “Because” (so). [Here](x) it is.\n',
      reports: [
        `1:23-1:27 ${line('Then')}`,
        `1:37-1:40 ${line('Why')}`,
        `1:44-1:51 ${line('Because')}`,
        `1:60-1:64 ${line('Here')}`,
      ],
      fixed: '🎉 We met the people.\nThen we left!\nWhy?\n“Because” (so).\n[Here](x) it is.\n',
    },
    {
      options,
      name: 'in lists and quotes',
      text: '- We met. We left.\n  We slept. We ate.\n\n10. We met. We left.\n\n> We met. We left.\n>\n> 1. [ ] We met. We left.\n',
      reports: [
        `1:11-1:13 ${line('We')}`,
        `2:13-2:15 ${line('We')}`,
        `4:13-4:15 ${line('We')}`,
        `6:11-6:13 ${line('We')}`,
        `8:18-8:20 ${line('We')}`,
      ],
      fixed:
        '- We met.\n  We left.\n  We slept.\n  We ate.\n\n10. We met.\n    We left.\n\n> We met.\n> We left.\n>\n> 1. [ ] We met.\n>    We left.\n',
    },
    {
      options,
      name: 'lines that end as the others do',
      text: '# News\r\n\r\n- We met. We left.\r\n',
      reports: [`3:11-3:13 ${line('We')}`],
      fixed: '# News\r\n\r\n- We met.\r\n  We left.\r\n',
    },
    {
      options,
      name: 'with marks and code',
      text: 'We met **here.** Then *we left.* *All* of us. `ls` it. **So** it is. <b>We met.</b> We left.\n',
      reports: [
        `1:18-1:22 ${line('Then')}`,
        `1:35-1:38 ${line('All')}`,
        `1:47-1:51 ${line('…')}`,
        `1:58-1:60 ${line('So')}`,
        `1:73-1:75 ${line('We')}`,
      ],
      fixed:
        'We met **here.**\nThen *we left.*\n*All* of us.\n`ls` it.\n**So** it is. <b>We met.</b> We left.\n',
    },
    {
      name: 'behind a number',
      text: 'We released Orbit 4.1.3,and in all it was 2025,which we liked.\n\n<p>We met 12,but not all of them.</p>\n',
      reports: [
        '1:24-1:25 There is no space between “4.1.3,” and “and”: write one.',
        '1:47-1:48 There is no space between “2025,” and “which”: write one.',
        '3:13-3:14 There is no space between “12,” and “but”: write one.',
      ],
      fixed:
        'We released Orbit 4.1.3, and in all it was 2025, which we liked.\n\n<p>We met 12, but not all of them.</p>\n',
    },
    {
      name: 'behind a name',
      text: 'We met in October.The next one is soon. It was made by Rita.We like it. This is Ada.It’s good.\n',
      reports: [
        '1:18-1:19 There is no space between “October.” and “The”: write one.',
        '1:60-1:61 There is no space between “Rita.” and “We”: write one.',
        '1:84-1:85 There is no space between “Ada.” and “It’s”: write one.',
      ],
      fixed:
        'We met in October. The next one is soon. It was made by Rita. We like it. This is Ada. It’s good.\n',
    },
    {
      name: 'a comma',
      text: 'We released the third part of the series,and people like it.\n',
      reports: ['1:41-1:42 There is no space between “series,” and “and”: write one.'],
      fixed: 'We released the third part of the series, and people like it.\n',
    },
    {
      name: 'a comma and a capital',
      text: 'There are Metal Gear games of the series,God of War and others.\n',
      reports: ['1:41-1:42 There is no space between “series,” and “God”: write one.'],
      fixed: 'There are Metal Gear games of the series, God of War and others.\n',
    },
    {
      name: 'a full stop',
      text: 'It is part of our mission.We are proud of that.\n',
      reports: ['1:26-1:27 There is no space between “mission.” and “We”: write one.'],
      fixed: 'It is part of our mission. We are proud of that.\n',
    },
    {
      name: 'behind an abbreviation',
      text: 'It was made for 32 MB of RAM.This may be helpful.\n',
      reports: ['1:29-1:30 There is no space between “RAM.” and “This”: write one.'],
      fixed: 'It was made for 32 MB of RAM. This may be helpful.\n',
    },
    {
      name: 'a question and an exclamation mark',
      text: 'And what is new?The list is long and it is good!We are happy with it.\n',
      reports: [
        '1:16-1:17 There is no space between “new?” and “The”: write one.',
        '1:48-1:49 There is no space between “good!” and “We”: write one.',
      ],
      fixed: 'And what is new? The list is long and it is good! We are happy with it.\n',
    },
    {
      name: 'a semicolon',
      text: 'We finished the first part;and the second is on its way.\n',
      reports: ['1:27-1:28 There is no space between “part;” and “and”: write one.'],
      fixed: 'We finished the first part; and the second is on its way.\n',
    },
    {
      name: 'behind a bracket',
      text: 'They wrote the second half (the bigger one).This is a lot of work.\n',
      reports: ['1:44-1:45 There is no space between “one).” and “This”: write one.'],
      fixed: 'They wrote the second half (the bigger one). This is a lot of work.\n',
    },
    {
      name: 'behind code',
      text: 'All of this is done by `make`.The rest is done by hand.\n',
      reports: ['1:30-1:31 There is no space between “….” and “The”: write one.'],
      fixed: 'All of this is done by `make`. The rest is done by hand.\n',
    },
    {
      name: 'behind a link',
      text: 'You can read it [over here](https://example.com).The rest follows soon.\n',
      reports: ['1:49-1:50 There is no space between “here.” and “The”: write one.'],
      fixed: 'You can read it [over here](https://example.com). The rest follows soon.\n',
    },
    {
      name: 'before a mark',
      text: 'We made it smaller and faster,**with** the help of many.\n',
      reports: ['1:30-1:31 There is no space between “faster,” and “with”: write one.'],
      fixed: 'We made it smaller and faster, **with** the help of many.\n',
    },
    {
      name: 'an emoji before',
      text: '🎉 We did it all in one week.Then came the rest, but it was enough,and we left.\n',
      reports: ['1:67-1:68 There is no space between “enough,” and “and”: write one.'],
      fixed: '🎉 We did it all in one week.Then came the rest, but it was enough, and we left.\n',
    },
    {
      name: 'lists, quotes and cells',
      text: '- We did it in the third week.This was hard.\n\n> We did it in the third week.This was hard.\n\n| a | b |\n| --- | --- |\n| We did it in the third week.This was hard. | c |\n',
      reports: [
        '1:30-1:31 There is no space between “week.” and “This”: write one.',
        '3:30-3:31 There is no space between “week.” and “This”: write one.',
        '7:30-7:31 There is no space between “week.” and “This”: write one.',
      ],
      fixed:
        '- We did it in the third week. This was hard.\n\n> We did it in the third week. This was hard.\n\n| a | b |\n| --- | --- |\n| We did it in the third week. This was hard. | c |\n',
    },
    {
      name: 'headings',
      text: '## What we did this quarter,and what is next\n',
      reports: ['1:28-1:29 There is no space between “quarter,” and “and”: write one.'],
      fixed: '## What we did this quarter, and what is next\n',
    },
    {
      name: 'blocks of HTML',
      text: '<div>\n<p>It is part of our mission.We are proud.</p>\n<ul><li>A part of the <b>series,and</b> more of it</li></ul>\n</div>\n',
      reports: [
        '2:29-2:30 There is no space between “mission.” and “We”: write one.',
        '3:32-3:33 There is no space between “series,” and “and”: write one.',
      ],
      fixed:
        '<div>\n<p>It is part of our mission. We are proud.</p>\n<ul><li>A part of the <b>series, and</b> more of it</li></ul>\n</div>\n',
    },
    {
      name: 'beside tags',
      text: 'We <b>made it.</b>The rest is <i>part of it</i>,and more of the same.\n',
      reports: ['1:14-1:15 There is no space between “it.” and “The”: write one.'],
    },
    {
      name: 'front matter',
      text: '---\ntitle: "The third part of the series,and more of it"\nsummary: We did it this week.This was hard.\n---\n\nText.\n',
      reports: [
        '2:37-2:38 There is no space between “series,” and “and”: write one.',
        '3:29-3:30 There is no space between “week.” and “This”: write one.',
      ],
      fixed:
        '---\ntitle: "The third part of the series, and more of it"\nsummary: We did it this week. This was hard.\n---\n\nText.\n',
    },
    {
      name: 'an entity before it',
      text: 'Bread &amp; butter for all of us.We like it.\n',
      reports: ['1:33-1:34 There is no space between “us.” and “We”: write one.'],
      fixed: 'Bread &amp; butter for all of us. We like it.\n',
    },
    {
      name: 'two in a row',
      text: 'We met in the old town,and then in the park,where it was warm.\n',
      reports: [
        '1:23-1:24 There is no space between “town,” and “and”: write one.',
        '1:44-1:45 There is no space between “park,” and “where”: write one.',
      ],
      fixed: 'We met in the old town, and then in the park, where it was warm.\n',
    },
    {
      name: 'short forms',
      text: "We removed the hack.It's broken. We tried the rest.That’s fine, and we left.Don’t do it again.\n",
      reports: [
        "1:20-1:21 There is no space between “hack.” and “It's”: write one.",
        '1:51-1:52 There is no space between “rest.” and “That’s”: write one.',
        '1:76-1:77 There is no space between “left.” and “Don’t”: write one.',
      ],
      fixed:
        "We removed the hack. It's broken. We tried the rest. That’s fine, and we left. Don’t do it again.\n",
    },
    {
      name: 'a list of names',
      text: '<p>Thanks to Ann Abel, Bob Bell,Cleo Codd, Dan Degan, Eve Eller and others.</p>\n',
      reports: ['1:32-1:33 There is no space between “Bell,” and “Cleo”: write one.'],
      fixed: '<p>Thanks to Ann Abel, Bob Bell, Cleo Codd, Dan Degan, Eve Eller and others.</p>\n',
    },
  ],
});
