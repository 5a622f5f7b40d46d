import rule from '../../src/rules/no-tracking-parameters.ts';
import { testRule } from '../../src/testing.ts';

const one = (name: string) =>
  `The page is the same without \`${name}\`, which only tells where a reader came from: delete it from the address.`;
const many = (names: string) =>
  `The page is the same without ${names}, which only tell where a reader came from: delete them from the address.`;
const sale = (name: string) =>
  `The page is the same without \`${name}\`, which credits someone with the visit or the sale: delete it from the address unless it is meant to.`;

const referrer =
  'The page is the same without `ref`, which only tells where a reader came from: delete it from the address unless it is meant to.';

testRule(rule, {
  valid: [
    {
      text: 'See [the form](https://docs.google.com/forms/d/e/1FAI/viewform) and [a search](https://duck.com/?q=x).\n',
    },
    {
      name: 'prefilled forms',
      text: '[a](https://docs.google.com/forms/d/e/1/viewform?usp=pp_url&entry.1=x)\n',
    },
    {
      name: 'the same names elsewhere',
      text: '[a](https://wool.org/?usp=sharing&si=3&feature=dyeing&s=20&t=5)\n',
    },
    {
      name: 'times and lists of videos',
      text: '[a](https://youtu.be/abc?t=42) [b](https://www.youtube.com/watch?v=a&list=b&index=3)\n',
    },
    {
      name: 'branches',
      text: '[a](https://github.com/x/y/tree/z?ref=main) [b](https://raw.githubusercontent.com/x/y?ref=v1.2.0)\n',
    },
    { name: 'free access to an article', text: '[a](https://medium.com/p/x-1?sk=0a1b2c)\n' },
    {
      name: 'a source that is no campaign',
      text: '[a](https://wool.org/data?source=survey&tag=linen&ref=12)\n',
    },
    {
      name: 'tags of other shops',
      text: '[a](https://shop.wool.org/?tag=summer) [b](https://stackoverflow.com/questions?tag=loom)\n',
    },
    { name: 'searches on Twitter', text: '[a](https://twitter.com/search?q=loom&src=typed_query)\n' },
    {
      name: 'names that only begin alike',
      text: '[a](https://wool.org/?gclids=1&affinity=2&mutm_source=3)\n',
    },
    {
      name: 'in the path or the fragment',
      text: '[a](https://wool.org/utm_source=x) [b](https://wool.org/#utm_source=x)\n',
    },
    {
      name: 'in an address inside the address',
      text: '[a](https://go.wool.org/?u=https%3A%2F%2Fx.org%2F%3Futm_source%3Dy)\n',
    },
    {
      name: 'archived pages',
      text: '[a](https://web.archive.org/web/2024/https://wool.org/?utm_source=x)\n',
    },
    {
      name: 'code',
      text: 'Add `?utm_source=news`: `https://wool.org/?utm_source=news`\n\n    https://wool.org/?fbclid=1\n',
    },
    {
      name: 'code in HTML',
      text: '<pre>https://wool.org/?fbclid=1</pre> <code>https://wool.org/?gclid=1</code>\n',
    },
    { name: 'a comment', text: '<!-- https://wool.org/?fbclid=1 -->\n' },
    {
      name: 'template tags',
      text: '[a](https://wool.org/?utm_source={{ site.name }}) [b]({{ url }}?utm_source=x)\n',
    },
    {
      name: 'sample hosts',
      text: '[a](https://example.com/?utm_source=x) [b](https://shop.test/?fbclid=1)\n',
    },
    {
      name: 'embedded posts',
      text: '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1?ref_src=twsrc%5Etfw">May 1</a></blockquote>\n',
    },
    { name: 'relative targets', text: '[a](/news?utm_source=x) [b](?utm_source=x)\n' },
    { name: 'words in text', text: 'We stopped adding utm_source=x and fbclid to links?\n' },
    {
      name: 'an empty query',
      text: '[a](https://wool.org/?) [b](https://wool.org/?&) [c](https://wool.org/?=x)\n',
    },
    { name: 'signatures and pages', text: '[a](https://wool.org/?p=12&page=2&id=7&lang=de&v=3)\n' },
    {
      name: 'allowed',
      text: '[a](https://wool.org/?utm_source=news&UTM_Medium=x)\n',
      options: { allow: ['utm_source', 'utm_medium'] },
    },
    {
      name: 'events with a date',
      text: '[a](https://www.timeanddate.com/worldclock/fixedtime.html?iso=20240507T15&msg=Call)\n',
    },
    { name: 'the cloud of Amazon', text: '[a](https://aws.amazon.com/search/?tag=db)\n' },
  ],
  invalid: [
    {
      text: 'Fill in [the form](https://docs.google.com/forms/d/e/1FAI/viewform?usp=sf_link) today.\n',
      reports: [`1:68-1:79 ${one('usp')}`],
      fixed: 'Fill in [the form](https://docs.google.com/forms/d/e/1FAI/viewform) today.\n',
    },
    {
      name: 'neighbours together',
      text: '[a](https://wool.org/x?utm_source=a&utm_medium=b&utm_campaign=c#part)\n',
      reports: [`1:24-1:64 ${many('`utm_source`, `utm_medium` and `utm_campaign`')}`],
      fixed: '[a](https://wool.org/x?utm_source=a&utm_medium=b&utm_campaign=c#part)\n'.replace(/\?[^#]*/, ''),
    },
    {
      name: 'first, in the middle and last',
      text: '[a](https://wool.org/?fbclid=1&id=2) [b](https://wool.org/?id=2&gclid=1&p=3) [c](https://wool.org/?id=2&mc_cid=1)\n',
      reports: [`1:23-1:31 ${one('fbclid')}`, `1:65-1:72 ${one('gclid')}`, `1:105-1:113 ${one('mc_cid')}`],
      fixed: '[a](https://wool.org/?id=2) [b](https://wool.org/?id=2&p=3) [c](https://wool.org/?id=2)\n',
    },
    {
      name: 'around one that is needed',
      text: '[a](https://wool.org/?utm_source=a&id=2&utm_medium=b)\n',
      reports: [`1:23-1:35 ${one('utm_source')}`, `1:41-1:53 ${one('utm_medium')}`],
      fixed: '[a](https://wool.org/?id=2)\n',
    },
    {
      name: 'entities in Markdown and HTML',
      text: '[a](https://wool.org/?id=2&amp;utm_source=a&#38;utm_medium=b&amp;p=1)\n\n<p><a href="https://wool.org/?utm_source=a&amp;id=2&amp;mkt_tok=x">b</a></p>\n',
      reports: [
        `1:32-1:61 ${many('`utm_source` and `utm_medium`')}`,
        `3:31-3:43 ${one('utm_source')}`,
        `3:57-3:66 ${one('mkt_tok')}`,
      ],
      fixed: '[a](https://wool.org/?id=2&amp;p=1)\n\n<p><a href="https://wool.org/?id=2">b</a></p>\n',
    },
    {
      name: 'HTML without quotes and images',
      text: '<p><img src="https://cdn.wool.org/a.png?fbclid=1" alt=""> <a href=https://wool.org/?gclid=1>b</a></p>\n',
      reports: [`1:41-1:49 ${one('fbclid')}`, `1:85-1:92 ${one('gclid')}`],
      fixed: '<p><img src="https://cdn.wool.org/a.png" alt=""> <a href=https://wool.org/>b</a></p>\n',
    },
    {
      name: 'definitions, autolinks and bare addresses',
      text: '[a][x] [b][x] <https://wool.org/?yclid=1>, https://wool.org/y?igshid=1.\n\n[x]: https://instagram.com/p/1/?igshid=2 "T"\n',
      reports: [`1:34-1:41 ${one('yclid')}`, `3:33-3:41 ${one('igshid')}`],
      fixed:
        '[a][x] [b][x] <https://wool.org/>, https://wool.org/y?igshid=1.\n\n[x]: https://instagram.com/p/1/ "T"\n',
    },
    {
      name: 'a bare address at the end of a sentence',
      text: 'See https://wool.org/y?fbclid=1.\n',
      reports: [`1:24-1:32 ${one('fbclid')}`],
      fixed: 'See https://wool.org/y.\n',
    },
    {
      name: 'share buttons',
      text: '[a](https://youtu.be/abc?si=XyZ&t=42) [b](https://www.youtube.com/watch?v=a&feature=youtu.be) [c](https://open.spotify.com/episode/1?si=2) [d](https://x.com/a/status/1?s=20)\n',
      reports: [
        `1:26-1:32 ${one('si')}`,
        `1:77-1:93 ${one('feature')}`,
        `1:134-1:138 ${one('si')}`,
        `1:169-1:173 ${one('s')}`,
      ],
      fixed:
        '[a](https://youtu.be/abc?t=42) [b](https://www.youtube.com/watch?v=a) [c](https://open.spotify.com/episode/1) [d](https://x.com/a/status/1)\n',
    },
    {
      name: 'a text that is the address',
      text: '[https://wool.org/?gclid=1](https://wool.org/?gclid=1)\n',
      reports: [`1:47-1:54 ${one('gclid')}`],
      fixed: '[https://wool.org/](https://wool.org/)\n',
    },
    {
      name: 'affiliate codes',
      text: '🎟 [a](https://www.eventbrite.com/e/loom-1?aff=oddtdtcreator) [b](https://www.amazon.co.uk/dp/1?tag=wool-21&th=1)\n',
      reports: [`1:44-1:61 ${sale('aff')}`, `1:97-1:108 ${sale('tag')}`],
      unsafelyFixed: '🎟 [a](https://www.eventbrite.com/e/loom-1) [b](https://www.amazon.co.uk/dp/1?th=1)\n',
    },
    {
      name: 'both kinds in one address',
      text: '[a](https://www.eventbrite.de/e/loom-1?utm_source=x&aff=y)\n',
      reports: [`1:40-1:52 ${one('utm_source')}`, `1:53-1:58 ${sale('aff')}`],
      fixed: '[a](https://www.eventbrite.de/e/loom-1?aff=y)\n',
      unsafelyFixed: '[a](https://www.eventbrite.de/e/loom-1)\n',
    },
    {
      name: 'no fix where an address inside may own it',
      text: '[a](https://go.wool.org/?u=https://x.org/?id=1&utm_source=y)\n',
      reports: [`1:48-1:60 ${one('utm_source')}`],
    },
    {
      name: 'beside an encoded address',
      text: '[a](https://go.wool.org/?u=https%3A%2F%2Fx.org%3Futm_source%3Dz&fbclid=y)\n',
      reports: [`1:65-1:73 ${one('fbclid')}`],
      fixed: '[a](https://go.wool.org/?u=https%3A%2F%2Fx.org%3Futm_source%3Dz)\n',
    },
    {
      name: 'in lists, quotes, tables and headings',
      text: '## [a](https://wool.org/?gclid=1)\n\n> * [b](https://wool.org/?gclid=1)\n\n| x |\n| --- |\n| [c](https://wool.org/?gclid=1) |\n',
      reports: [`1:26-1:33 ${one('gclid')}`, `3:27-3:34 ${one('gclid')}`, `7:25-7:32 ${one('gclid')}`],
      fixed:
        '## [a](https://wool.org/)\n\n> * [b](https://wool.org/)\n\n| x |\n| --- |\n| [c](https://wool.org/) |\n',
    },
    {
      name: 'capital letters, no value',
      text: '[a](https://wool.org/?UTM_Source&fbclid)\n',
      reports: [`1:23-1:40 ${many('`UTM_Source` and `fbclid`')}`],
      fixed: '[a](https://wool.org/)\n',
    },
    {
      name: 'what a newsletter adds',
      text: '[a](https://wool.org/x?ref=news.loom.org)\n',
      reports: [`1:24-1:41 ${referrer}`],
      unsafelyFixed: '[a](https://wool.org/x)\n',
    },
    {
      name: 'the same beside other parameters, in HTML',
      text: '<p>Our <a href="https://wool.org/x?utm_source=a&amp;ref=news.loom.org&amp;id=1">sponsor</a></p>\n',
      reports: [`1:36-1:48 ${one('utm_source')}`, `1:53-1:70 ${referrer}`],
      fixed: '<p>Our <a href="https://wool.org/x?ref=news.loom.org&amp;id=1">sponsor</a></p>\n',
      unsafelyFixed: '<p>Our <a href="https://wool.org/x?id=1">sponsor</a></p>\n',
    },
    {
      name: 'more names',
      text: '[a](https://wool.org/?Partner=7&id=2)\n',
      options: { add: ['partner'] },
      reports: [`1:23-1:32 ${one('Partner')}`],
      fixed: '[a](https://wool.org/?id=2)\n',
    },
  ],
});
