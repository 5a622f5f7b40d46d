/** A text that holds up or kills some Markdown parser. */
export interface HostileText {
  readonly name: string;
  readonly make: () => string;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function texts(table: Readonly<Record<string, () => string>>): readonly HostileText[] {
  return Object.entries(table).map(([name, make]) => ({ name, make }));
}

/**
 * What cmark tests itself with (test/pathological_tests.py of commonmark/cmark), at the sizes given there: all but the one
 * made for its own hash function, and the one that it leaves out, "many references", as well.
 */
export const pathological = texts({
  'nested strong emphasis': () => `${'*a **a '.repeat(65_000)}b${' a** a*'.repeat(65_000)}`,
  'emphasis that closes only': () => 'a_ '.repeat(65_000),
  'emphasis that opens only': () => '_a '.repeat(65_000),
  'brackets that close only': () => 'a]'.repeat(65_000),
  'brackets that open only': () => '[a'.repeat(65_000),
  'openers and closers of two kinds': () => '*a_ '.repeat(50_000),
  'closers of two kinds after openers of one': () => `${'*a '.repeat(20_000)}${'_a*_ '.repeat(20_000)}`,
  'runs that add up to three': () => `a**b${'c* '.repeat(50_000)}`,
  'brackets that open, emphasis that closes': () => '[ a_'.repeat(50_000),
  'a link that is none, over and over': () => '[ (]('.repeat(80_000),
  'images in images without a text': () => '![[]()'.repeat(160_000),
  'emphasis across a link': () => '**x [a*b**c*](d)',
  'brackets in brackets': () => `${'['.repeat(50_000)}a${']'.repeat(50_000)}`,
  'quotes in quotes': () => `${'> '.repeat(50_000)}a`,
  'lists in lists': () =>
    numbers(1_000)
      .map((depth) => `${'  '.repeat(depth)}* a\n`)
      .join(''),
  'the character U+0000': () => 'abc\0de\0',
  'backticks in runs of every length': () =>
    numbers(2_500)
      .map((length) => `e${'`'.repeat(length)}`)
      .join(''),
  'addresses in brackets that stay open': () => '[a](<b'.repeat(30_000),
  'addresses that stay open': () => '[a](b'.repeat(30_000),
  'comments that stay open': () => `</${'<!--'.repeat(300_000)}`,
  'empty lines in deep lists': () => `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`,
  'empty lines in deep lists in a quote': () => `> ${'- '.repeat(30_000)}x\n${'>\n'.repeat(30_000)}`,
  'emphasis in deep quotes': () => '>'.repeat(100_000) + 'a*'.repeat(100_000),
  'many definitions, many references': () =>
    `${numbers(80_000)
      .map((label) => `[${label}]: u\n`)
      .join('')}${'[0] '.repeat(5_000)}`,
  'emphasis in emphasis': () => `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`,
});

/** What was seen to kill satteri 0.10.5 or to make it need over a second or a gigabyte, at least as long as it was then. */
export const killers = texts({
  'entities of one paragraph': () => '&lt;'.repeat(66_000),
  'entities of one paragraph, 40,000': () => '&amp; '.repeat(40_000),
  'entities on lines that end with CRLF': () => '&lt;\r\n'.repeat(66_000),
  'www behind tags': () => '<b>www. \n'.repeat(16_000),
  'www behind links and code': () => '[a](b)www. `a`www. \n'.repeat(6_000),
  'addresses in a half-open bracket': () => `[\n${'`a` a@b.cc\n'.repeat(9_000)}`,
  'links in a half-open bracket': () => `[\n${'<b> http://x.org/\n'.repeat(9_000)}`,
  'one run of marks': () => `${'*'.repeat(600_000)}a${'*'.repeat(600_000)}`,
  'emphasis on 300,000 levels': () => `${'_a '.repeat(300_000)}b`,
  'emphasis on 100,000 levels': () => `${'*a '.repeat(100_000)}b${' a*'.repeat(100_000)}`,
  'quotes on 100,000 levels': () => '>'.repeat(100_000),
  'items on 100,000 levels': () => '- '.repeat(100_000),
  'quotes and items on 100,000 levels': () => '> - '.repeat(50_000),
  'numbered items on 50,000 levels': () => `${'1. '.repeat(50_000)}a`,
  'brackets beside a letter that is not ASCII': () => '[é'.repeat(250_000),
  'code beside a letter that is not ASCII': () => `é${'`a` '.repeat(150_000)}`,
  'HTML beside a letter that is not ASCII': () => 'é<a>'.repeat(150_000),
  'half-open brackets before www': () => '[www.'.repeat(40_000),
  'half-open brackets before addresses': () => '[http://x.org/'.repeat(30_000),
  'half-open images before addresses': () => '![https://x.org'.repeat(30_000),
  'half-open footnotes on lines': () => '[^\n'.repeat(300_000),
  'footnotes with line breaks': () => '[^\\\n'.repeat(200_000),
  'a line of two million characters': () => 'a '.repeat(1_000_000),
  'paragraphs of one letter': () => 'a\n\n'.repeat(340_000),
  'addresses on lines': () => 'a@b.org\n'.repeat(130_000),
  'emphasis one sign over its limit': () => '*a\n'.repeat(20_001),
});

/** What is let through: at the limits, or of a kind that has none. */
export const atTheLimits = texts({
  'U+0000, a megabyte': () => '\0'.repeat(1_000_000),
  'halves of surrogate pairs': () => '\ud800'.repeat(300_000),
  'halves of surrogate pairs, the wrong way round': () => '\udc00\ud800'.repeat(200_000),
  'two byte-order marks': () => '\ufeff\ufeff# A\n\n*b*\n',
  'emphasis on 20,000 levels': () => `${'*a '.repeat(10_000)}b${' a*'.repeat(10_000)}`,
  'runs of a thousand marks': () => `${'*'.repeat(1_000)}a`.repeat(20),
  'containers on 33 levels, and blank lines': () => `${'- '.repeat(33)}a${'\n'.repeat(59_000)}`,
  'addresses of letters': () => 'a@b.\n'.repeat(3_000),
  'entities just below their limit': () => '&amp; '.repeat(2_800),
  'brackets just below the limit of a line': () => `é${'[a'.repeat(15_000)}`,
  'footnotes just below their limit': () => '[^\n'.repeat(20_000),
  'a table of 240 rows and columns': () =>
    `${'|a'.repeat(240)}\n${'|-'.repeat(240)}\n${`${'|a'.repeat(240)}\n`.repeat(240)}`,
});
