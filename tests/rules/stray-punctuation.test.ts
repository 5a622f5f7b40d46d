import rule from '../../src/rules/stray-punctuation.ts';
import { testRule } from '../../src/testing.ts';

testRule(rule, {
  valid: [
    {
      name: 'abbreviations of books, of grammars and of streets',
      text: 'See ibid., and trans., proc., anon., bldg., inkl., biol., chem., sing., plur., masc., phys., econ., all of it.\n',
    },
    { name: 'lists with spaces before', text: 'The keys a ,b ,c and foo ,bar ,baz are there.\n' },
    { name: 'ranges that are open', text: 'From 1.. and 0.. to 9..\n\n| from |\n| --- |\n| 2020.. |\n' },
    { name: 'what a program omits', text: 'Use (a, , b) or 1, , 3 or [x, , y] there; and `a`;; too.\n' },
    { name: 'comments of Lisp and shells', text: 'Write ;; before it, or esac ;; in `sh`.\n' },
    { name: 'badges', text: '[![a](b.png)](/x) , [![c](d.png)](/y)\n' },
    {
      name: 'how somebody types, in a quotation',
      text: '> Rust : we have a bug in our standard library !  \n> C++ : you guys have a library ?\n',
    },
    {
      name: 'how somebody types, in HTML',
      text: '<blockquote><p>Jane : you have a library ?</p></blockquote>\n',
    },
    {
      name: 'a quotation word for word',
      text: '> It is biggest but actually,, weakest of all\n>\n> and it is a friend..\n\n– [Jane Doe on the forum](/a)\n',
    },
    {
      name: 'a quotation word for word, signed inside',
      text: '> It is a friend..\n>\n> — Jane Doe\n',
    },
    {
      name: 'a quotation word for word, HTML',
      text: '<blockquote>\n<p>It is a friend..</p>\n</blockquote>\n\n— Jane Doe\n',
    },
    {
      name: 'signs in their places',
      text: 'We met, talked; and left. The end! What now? “So,” they said.\n',
    },
    { name: 'an ellipsis', text: 'And so on ... and on... Then ... it ended .... We left …\n' },
    { name: 'a hidden file and a host', text: 'Edit the .gitignore and .NET files, then ./run .\n' },
    {
      name: 'a sign that is meant',
      text: 'Press the , key, use the ? operator, and match on ! without a guard.\n',
    },
    {
      name: 'a sign at the end that is meant',
      text: 'Suggest to use a semicolon after ?\n\nImplement it for !\n\nIt ends with .\n\nDo it with cargo install .\n',
    },
    { name: 'operators in titles', text: '## Where to Use the ? Operator\n\nSupport ? Kleene macros\n' },
    { name: 'ranges', text: 'From 1..5 to 0..=9, from a.. to ..b, or [..] and (..) or "..".\n' },
    { name: 'relative paths', text: 'See ../docs and .. or cd .. for more.\n' },
    {
      name: 'abbreviations',
      text: 'Figs, pears, etc., and so on (i.e., all), Acme Inc., Tues., Oct. 3, approx., incl., and e.g., this.\n',
    },
    { name: 'faces', text: 'Nice work :) and ;) or :( and more ,) then ;-) .\n' },
    {
      name: 'French',
      text: 'Nous avons vu le projet et les gens : quelle joie ! Et vous ? Oui ; nous aussi.\n',
    },
    {
      name: 'a French title in a French post',
      text: 'Nous avons fait le tour de la ville et des environs pour vous.\n\n- Bonne lecture !\n',
    },
    { name: 'code', text: 'Run `a , b` and `x..` then <code>foo ,</code>\n\n```\na , b .. c,,d\n```\n' },
    { name: 'a tag that is not seen', text: 'We now support <foo> , and <bar> .\n' },
    {
      name: 'images and addresses',
      text: '![a](b.png) . and https://example.com/a . then {{ x }} , {{ y }} .\n',
    },
    { name: 'a tuple and a call', text: 'Write (a,) or f(x, y,) or (1, 2,) in there.\n' },
    { name: 'German quotation marks', text: "Er sagte: ,,Das ist gut'' und ging.\n" },
    {
      name: 'an ellipsis of two before lower case',
      text: 'We started this as an experiment.. but now it is more.\n',
    },
    { name: 'a numbered item that lost its mark', text: '1 . First\n\n2 . Second\n' },
    { name: 'semicolons beside code', text: 'Calva uses ; for comments, as `;` does in a language.\n' },
    { name: 'a no-break space', text: 'Vraiment\u00a0! Est-ce vrai\u00a0?\n' },
    { name: 'attributes and comments', text: '<!-- a , b .. --> <a title="a , b ..">x</a>\n' },
    { name: 'columns of a table', text: '| a | b |\n| --- | --- |\n| 1 | . |\n| , | ; |\n' },
    {
      name: 'a question inside a sentence',
      text: 'The Improvements ? (primary) row and Regressions ? row.\n',
    },
    { name: 'an entity', text: 'A &#44;&#44; b and c &#46;&#46; d\n' },
    { name: 'markup between', text: 'We did *this.*, then that, and **so on.**. It ends.\n' },
    { name: 'a line break before a sign', text: 'We did this\n, and that\n. The end\n' },
    { name: 'names with a dot', text: 'Use foo.bar, .dev domains and the .rs ending.\n' },
    { name: 'a title that is cut', text: 'See [The long story of how..](https://example.com) for it.\n' },
    {
      name: 'signs that part the names of a list',
      text: 'Vim . Emacs . Nano\n\nKeys: h , j , k , l move.\n',
    },
    { name: 'decimals and times', text: 'At .5 or ,5 it was 10 .5 then.\n' },
    { name: 'German abbreviations', text: 'Wir nutzen Bücher, Hefte usw., bspw., und evtl., mehr.\n' },
  ],
  invalid: [
    {
      name: 'a space on the wrong side',
      text: 'We name the line ,and the column. It was ,however, good.\n\n<p>All of “this” ,which is new</p>\n',
      reports: [
        '1:17-1:19 The space stands before “,” and not behind it: move it.',
        '1:41-1:43 The space stands before “,” and not behind it: move it.',
        '3:17-3:19 The space stands before “,” and not behind it: move it.',
      ],
      fixed:
        'We name the line, and the column. It was, however, good.\n\n<p>All of “this”, which is new</p>\n',
    },
    {
      name: 'two full stops behind a number',
      text: '---\ndescription: The recap of 2025..\n---\n\nWe made 3.0.. We are glad of 2024.. It ends with 1.2..\n',
      reports: [
        '2:31-2:33 “..” is one sign too many: write “.”.',
        '5:12-5:14 “..” is one sign too many: write “.”.',
        '5:34-5:36 “..” is one sign too many: write “.”.',
        '5:53-5:55 “..” is one sign too many: write “.”.',
      ],
      fixed:
        '---\ndescription: The recap of 2025.\n---\n\nWe made 3.0. We are glad of 2024. It ends with 1.2.\n',
    },
    {
      name: 'two commas or semicolons with spaces',
      text: 'It was good ,, and we left. It was good, , and we left. It was good;; and we left.\n',
      reports: [
        '1:12-1:15 “ ,,” is one sign too many: write “,”.',
        '1:40-1:43 “, ,” is one sign too many: write “,”.',
        '1:68-1:70 “;;” is one sign too many: write “;”.',
      ],
      fixed: 'It was good, and we left. It was good, and we left. It was good; and we left.\n',
    },
    {
      name: 'behind an e-mail address that is a link',
      text: 'Write to [me@a-b.org](mailto:me@a-b.org) , please, or <me@a-b.org> , or him.\n\n<p>Or <a href="mailto:me@a-b.org">me@a-b.org</a> , or her.</p>\n',
      reports: [
        '1:41-1:43 A space stands before “,”: delete it.',
        '1:67-1:69 A space stands before “,”: delete it.',
        '3:49-3:51 A space stands before “,”: delete it.',
      ],
      fixed:
        'Write to [me@a-b.org](mailto:me@a-b.org), please, or <me@a-b.org>, or him.\n\n<p>Or <a href="mailto:me@a-b.org">me@a-b.org</a>, or her.</p>\n',
    },
    {
      name: 'a word that may be an abbreviation keeps its full stop unless asked for',
      text: 'We met at the hosp., which is big, and we saw the board., which is new.\n',
      reports: ['1:56-1:58 “.,” is two signs where one is meant: delete one of them.'],
      unsafelyFixed: 'We met at the hosp., which is big, and we saw the board, which is new.\n',
    },
    {
      name: 'a comma',
      text: 'A bit later than expected , here is the recap.\n',
      reports: ['1:26-1:28 A space stands before “,”: delete it.'],
      fixed: 'A bit later than expected, here is the recap.\n',
    },
    {
      name: 'a full stop',
      text: 'The new report is out . It was written in a week .\n',
      reports: [
        '1:22-1:24 A space stands before “.”: delete it.',
        '1:49-1:51 A space stands before “.”: delete it.',
      ],
      fixed: 'The new report is out. It was written in a week.\n',
    },
    {
      name: 'exclamation and question marks',
      text: 'We did it all this month ! Is there not more to it ?\n',
      reports: [
        '1:25-1:27 A space stands before “!”: delete it.',
        '1:51-1:53 A space stands before “?”: delete it.',
      ],
      fixed: 'We did it all this month! Is there not more to it?\n',
    },
    {
      name: 'a semicolon where there is no code',
      text: 'The talk was good ; the room was full.\n',
      reports: ['1:18-1:20 A space stands before “;”: delete it.'],
      fixed: 'The talk was good; the room was full.\n',
    },
    {
      name: 'a semicolon before a capital',
      text: 'The talk was good ; We liked it.\n',
      reports: ['1:18-1:20 A space stands before “;”: delete it.'],
      fixed: 'The talk was good; We liked it.\n',
    },
    {
      name: 'behind a link, code and emphasis',
      text: 'It is [here](https://example.com/a) , it is `make` . The rest is **bold** .\n',
      reports: [
        '1:36-1:38 A space stands before “,”: delete it.',
        '1:51-1:53 A space stands before “.”: delete it.',
        '1:74-1:76 A space stands before “.”: delete it.',
      ],
      fixed: 'It is [here](https://example.com/a), it is `make`. The rest is **bold**.\n',
    },
    {
      name: 'tabs and several spaces',
      text: 'We like it  , and the rest\t. That is all.\n',
      reports: [
        '1:11-1:14 A space stands before “,”: delete it.',
        '1:27-1:29 A space stands before “.”: delete it.',
      ],
      fixed: 'We like it, and the rest. That is all.\n',
    },
    {
      name: 'a full stop twice',
      text: 'The suite works again.. Next month we do more..\n',
      reports: [
        '1:22-1:24 “..” is one sign too many: write “.”.',
        '1:46-1:48 “..” is one sign too many: write “.”.',
      ],
      fixed: 'The suite works again. Next month we do more.\n',
    },
    {
      name: 'a row of commas is one finding, repaired at once',
      text: `It was good,${' ,'.repeat(21)} and we left,, , all.\n`,
      reports: [
        '1:12-1:55 “, ,” is one sign too many: write “,”.',
        '1:67-1:71 “, ,” is one sign too many: write “,”.',
      ],
      fixed: 'It was good, and we left, all.\n',
    },
    {
      name: 'a comma twice',
      text: 'It is the biggest,, and the best of all.\n',
      reports: ['1:18-1:20 “,,” is one sign too many: write “,”.'],
      fixed: 'It is the biggest, and the best of all.\n',
    },
    {
      name: 'a full stop and a comma',
      text: 'We made a new release., which is better.\n',
      reports: ['1:22-1:24 “.,” is two signs where one is meant: delete one of them.'],
      fixed: 'We made a new release, which is better.\n',
    },
    {
      name: 'a comma and a full stop',
      text: 'It was renamed from `a` to `b`,.\n',
      reports: ['1:31-1:33 “,.” is two signs where one is meant: delete one of them.'],
      fixed: 'It was renamed from `a` to `b`.\n',
    },
    {
      name: 'no fix: which one is meant is open',
      text: 'We made a new release., Then we left.\n',
      reports: ['1:22-1:24 “.,” is two signs where one is meant: delete one of them.'],
    },
    {
      name: 'a comma before a bracket',
      text: 'We saw them all (the first one and the last,) and left.\n',
      reports: ['1:44-1:45 A comma stands before a closing bracket, with nothing to follow it: delete it.'],
      fixed: 'We saw them all (the first one and the last) and left.\n',
    },
    {
      name: 'a comma and a space before a bracket',
      text: 'We saw them all (the first one and the last, ) and left.\n',
      reports: ['1:44-1:46 A comma stands before a closing bracket, with nothing to follow it: delete it.'],
      fixed: 'We saw them all (the first one and the last) and left.\n',
    },
    {
      name: 'an emoji before',
      text: '🎉 We did it , and it was good.. We left.\n',
      reports: [
        '1:13-1:15 A space stands before “,”: delete it.',
        '1:31-1:33 “..” is one sign too many: write “.”.',
      ],
      fixed: '🎉 We did it, and it was good. We left.\n',
    },
    {
      name: 'lists, quotes, headings and cells',
      text: '- We did it , all of us\n\n> We did it , all of us\n\n## What we did , and why\n\n| a | b |\n| --- | --- |\n| We did it , all | b |\n',
      reports: [
        '1:12-1:14 A space stands before “,”: delete it.',
        '3:12-3:14 A space stands before “,”: delete it.',
        '5:15-5:17 A space stands before “,”: delete it.',
        '9:12-9:14 A space stands before “,”: delete it.',
      ],
      fixed:
        '- We did it, all of us\n\n> We did it, all of us\n\n## What we did, and why\n\n| a | b |\n| --- | --- |\n| We did it, all | b |\n',
    },
    {
      name: 'blocks of HTML',
      text: '<div>\n<p>We did it , all of us. The end of it .</p>\n<ul><li>The <b>last</b> , and the first..</li></ul>\n</div>\n',
      reports: [
        '2:13-2:15 A space stands before “,”: delete it.',
        '2:40-2:42 A space stands before “.”: delete it.',
        '3:24-3:26 A space stands before “,”: delete it.',
        '3:40-3:42 “..” is one sign too many: write “.”.',
      ],
      fixed:
        '<div>\n<p>We did it, all of us. The end of it.</p>\n<ul><li>The <b>last</b>, and the first.</li></ul>\n</div>\n',
    },
    {
      name: 'front matter',
      text: '---\ntitle: "The first , and the last"\ndescription: We did it all.. Now we rest .\n---\n\nText.\n',
      reports: [
        '2:18-2:20 A space stands before “,”: delete it.',
        '3:27-3:29 “..” is one sign too many: write “.”.',
        '3:41-3:43 A space stands before “.”: delete it.',
      ],
      fixed:
        '---\ntitle: "The first, and the last"\ndescription: We did it all. Now we rest.\n---\n\nText.\n',
    },
    {
      name: 'an entity before',
      text: 'Bread &amp; butter , and more.\n',
      reports: ['1:19-1:21 A space stands before “,”: delete it.'],
      fixed: 'Bread &amp; butter, and more.\n',
    },
    {
      name: 'a quotation that nobody signed',
      text: '> It is a friend..\n\nWe like the library !\n',
      reports: [
        '1:17-1:19 “..” is one sign too many: write “.”.',
        '3:20-3:22 A space stands before “!”: delete it.',
      ],
      fixed: '> It is a friend.\n\nWe like the library!\n',
    },
    {
      name: 'behind quotation marks and brackets',
      text: 'We like "this" , too, and “that” , and (with) , so.\n',
      reports: [
        '1:15-1:17 A space stands before “,”: delete it.',
        '1:33-1:35 A space stands before “,”: delete it.',
        '1:46-1:48 A space stands before “,”: delete it.',
      ],
      fixed: 'We like "this", too, and “that”, and (with), so.\n',
    },
  ],
});
