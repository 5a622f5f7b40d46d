/** Tokens that hold no space, written behind each other. */
const split = (text: string) => text.split(' ');

const marks = [
  ...split(
    '* ** *** _ __ ~ ~~ ` `` ``` ~~~ \\ [ ] ]( ][ ) ![ < > | --- === *** |---| [^1] : " \' “ ” ‘ ’ « » „ ( (( { }',
  ),
  ...split('. .. … , !'),
  ...[
    '# ',
    '## ',
    '- ',
    '1. ',
    '+ ',
    '> ',
    '- [ ] ',
    '[^1]: ',
    '[a]: <',
    '[a]: /b "',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n\n',
  ],
  ...['\r', '\r\n', '\n\r', '  \n', '\\\n'],
];

const characters = [
  ...split(
    '\0 \x07 \b \x1b[31m \x7f \x85 \x9b \xad \u034f \u061c \u200b \u200c \u200d \u200e \u202e \u2066 \u2069 \u2060',
  ),
  ...split(
    '\ufeff \ufffc \ufffd \ufffe \ud800 \udc00 \udc00\ud800 \u{e0041} \u{10ffff} e\u0301 \u0301 👩\u200d👩\u200d👧 🇩🇪 👍🏽 😀',
  ),
  ...split('漢字 İ ı ß ﬁ ﷺ аpril Ω'),
  ...['\v', '\f', '\xa0', '\u2028', '\u2029', '\u202f', '\u3000', '\u0301'.repeat(50)],
];

export const htmlTokens: readonly string[] = [
  ...split(
    '<!-- --> <!--> <! <? ?> <![CDATA[ ]]> <b> </b> <p> </p> <div> </div> <br> </a> <h2> </h2> <u> </u>',
  ),
  ...split(
    '<table><tr><td> <script> </script> <style> <textarea> <pre> <details> <li> <a<b> </ <p/ "> &nbsp; &amp; &#160;',
  ),
  ...split('&#x0; &#xD800; &#x110000; & &a &# &notanentity; &lt;b&gt;'),
  ...['<a href="', '<a href=x>', '<img src="a" alt="', '<x-y z>'],
];

const templateTags = [
  ...split('{{ }} {% %} {# #} {/* */} {: <Note> </Note> :::note $a$ $\u{7b}a} %%a%%'),
  ...[
    '{{ a }}',
    '{% if a %}',
    '{% raw %}',
    '{% endraw %}',
    '{{< a >}}',
    '{{% a %}}',
    '<% a %>',
    '{: .a}',
    'export const a = 1',
  ],
];

const words = [
  ...split(
    'Q1 q3/25 2024-05-07 2023-02-29 05/07/2024 W12 FY25 April Apirl yesterday today TODO XXX TBD Lanternfolk 0 00',
  ),
  ...split('99999999999999999999 2024 1970'),
  ...[
    'Q4 2023',
    'Q2 2024',
    '7. Mai 2024',
    'May 7th, 2024',
    'first quarter of 2024',
    'H1 2024',
    'week 53',
    'KW 3',
  ],
  ...[
    'Saturday, June 16, 2024',
    'last month',
    'next week',
    'the the',
    'Lorem ipsum',
    'click here',
    'April to June',
  ],
  ...['January, February and March', '31 February'],
];

const addresses = [
  ...split(
    'http:// https://x.org/a_b https://s www. www.a.b jane@lanternfolk.org a@b mailto: //a.b http://localhost:3000/',
  ),
  ...split(
    'https://x.org/?utm_source=a&b=c https://preview.netlify.app https://xn--a.org ../a javascript:alert(1)',
  ),
  ...split('https://x.org/a%ZZ https://[::1]/ https://a@b:c/ /a.md#b https://х.org/ http:/x.org'),
];

export const directiveTokens: readonly string[] = [
  ...[
    '<!-- recaplint-disable -->',
    '<!-- recaplint-enable -->',
    '<!-- recaplint-disable-next-line no-nbsp -->',
  ],
  ...[
    '<!-- recaplint-disable-line -->',
    '<!-- recaplint-disable-file no-bare-url -- why -->',
    '<!-- recaplint-foo -->',
  ],
];

export const frontMatterTokens: readonly string[] = [
  ...[
    '---\n',
    '+++\n',
    ';;;\n',
    '---json\n',
    '{\n  "title": "',
    'title: ',
    'date: 2024-05-07\n',
    'tags: [a, b]\n',
    '# ',
  ],
  ...[
    'title = "',
    'date = 2024-05-07\n',
    '"date": "2024-05-07",\n',
    'Title: a\n',
    '<<: *a',
    '&a',
    '*a',
    '!!str ',
    '|-\n  ',
  ],
];

/** Whatever some part of recaplint or of a Markdown parser looks for, and what none of them expects. */
export const hostileTokens: readonly string[] = [
  ...marks,
  ...characters,
  ...htmlTokens,
  ...templateTags,
  ...words,
  ...addresses,
  ...directiveTokens,
  ...frontMatterTokens,
];
