import rule from '../../src/rules/consistent-spelling.ts';
import { testRule } from '../../src/testing.ts';

const british = (word: string, other: string) =>
  `“${word}” is British spelling, and most other words of its kind are not: write “${other}”.`;
const american = (word: string, other: string) =>
  `“${word}” is American spelling, and most other words of its kind are not: write “${other}”.`;
const even = (word: string, side: string, example: string, otherSide: string, line = 1) =>
  `“${word}” is ${side} spelling, but “${example}” in line ${line} is ${otherSide}: write both the same.`;
const series = (word: string, other: string) =>
  `“${word}” is British spelling, and in this series most words of its kind are not: write “${other}”.`;
const configured = (word: string, other: string, language: string) =>
  `“${word}” is not how ${language} spells it: write “${other}”.`;

const signed =
  '# News\n\n## Ann Abel\n\nI organise and realise the day.\n\n## Bob Bell\n\nI’ve organized it, and my team has recognized the day.\n\n';

testRule(rule, {
  valid: [
    {
      name: 'American alone',
      text: 'We organize and analyze the behavior of the theater and its catalog of defense.\n',
    },
    {
      name: 'British alone',
      text: 'We organise and analyse the behaviour of the theatre and its catalogue of defence.\n',
    },
    {
      name: 'Oxford',
      text: 'We organize and recognize the behaviour and the colours of the labelled ones.\n',
    },
    {
      name: 'words with one spelling',
      text: 'We organize the exercise, advise and surprise them; the size of the prize and our four hours.\n',
    },
    {
      name: 'more of them',
      text: 'We organise it: seize, capsize, enterprise, televised, supervise, compromise, promise, revise.\n',
    },
    {
      name: 'our and their look-alikes',
      text: 'The color is ours; the harbor of the tour is your four-hour detour, with flavors and labors of it.\n',
    },
    {
      name: 'names inside a sentence',
      text: 'We organise it with the World Health Organization and the Organization of the year.\n',
    },
    { name: 'headings', text: '## Organization\n\n## Organize your time\n\nWe organise and recognise it.\n' },
    {
      name: 'quotation marks',
      text: 'We organise “a day to organize” and she calls it "organization" of the year.\n',
    },
    { name: 'quotations', text: 'We organise the day.\n\n> We organize the day.\n' },
    {
      name: 'titles behind links',
      text: 'We organise it, see [how to organize a day](/a).\n\n- [Organize days](/b)\n- [easy] [organize days](/c)\n',
    },
    {
      name: 'code and addresses',
      text: 'We organise `organize` and https://a.org/organize and organize.js and organize().\n',
    },
    {
      name: 'parts of words',
      text: 'We organise the re_organize and @organize of #organize and organize-days.\n',
    },
    {
      name: 'terms of programming',
      text: 'We recognise what can serialize and initialize the uninitialized tokenizer.\n',
    },
    {
      name: 'properties',
      text: 'The colour and flavour of the color property and the center of the centre.\n',
    },
    {
      name: 'license and practise',
      text: 'We practise to license it, and organize the practice of the licence.\n',
    },
    {
      name: 'other languages',
      text: 'Wir organisieren das und die Organisation ist nicht von uns. We organize the day of it.\n',
    },
    { name: 'front matter alone', text: '---\ntitle: What we organize\n---\n\nWe organize it.\n' },
    { name: 'other keys of the front matter', text: '---\nslug: organise\n---\n\nWe organize it.\n' },
    { name: 'en-GB with either', text: 'We organize the colours of the day.\n', post: { language: 'en-GB' } },
    {
      name: 'en-GB-oxendict',
      text: 'We organize and analyse the colours of it.\n',
      post: { language: 'en-GB-oxendict' },
    },
    { name: 'en-CA', text: 'We organize the colours of the theatre.\n', post: { language: 'en-CA' } },
    { name: 'en-US', text: 'We organize the flavors of the theater.\n', post: { language: 'en-US' } },
    { name: 'another language', text: 'We organise the flavors of it.\n', post: { language: 'de' } },
    {
      name: 'the series has another habit',
      text: 'We organise the day.\n',
      earlier: [{ text: 'We organize the day.\n', path: 'a.md' }],
    },
    {
      name: 'sections that three people signed',
      text: `${signed}## Cleo Codd\n\nI like the day.\n`,
    },
    {
      name: 'names with what they are about, and HTML',
      text: '<h3>Ann Abel: Looms</h3><p>I organise it.</p><h3>A talk by Bob Bell</h3><p>I’ve realized it.</p><h3>Cleo Codd</h3><p>My day.</p>\n',
    },
    {
      name: 'names behind a colon, a comma and a link',
      text: '## Loom: Ann Abel\n\nI organise it.\n\n## Project: Loom, Bob Bell\n\nI organized it.\n\n## [Loom](/a): Cleo Codd\n\nMy day is realised.\n',
    },
    {
      name: 'names behind a link, with a break',
      text: '## [Loom](/a) Ann Abel<br>\n\nI organise it.\n\n## [Loom:](/b) Bob Bell\n\nI organized it.\n\n## [Loom](/a): Cleo Codd\n\nMy day.\n',
    },
    {
      name: 'bylines below headings',
      text: '## Loom\n\n**Grantee:** Ann Abel\n\nI organise it.\n\n## Kiln\n\nBy Bob Bell\n\nI organized it.\n\n## Wool\n\nBy Cleo Codd\n\nMy day.\n',
    },
    {
      name: 'names below a heading of two words',
      text: '## Candidate Profiles\n\n### Ann Abel\n\nI organise it.\n\n### Bob Bell\n\nI organized it.\n\n### Cleo Codd\n\nMy day.\n',
    },
    {
      name: 'headings that link to projects',
      text: '## [Loom](/a)\n\nWe organise it.\n\n## [Kiln](/b)\n\nWe realized it.\n\n## [Wool](/c)\n\nWe did.\n',
    },
    {
      name: 'reports that are divided alike',
      text: '# Loom\n\n## May 1–15\n\nWe organise it.\n\n# Kiln\n\n## May 1–15\n\nWe realized it.\n\n# Wool\n\n## May 1–15\n\nDone.\n',
    },
    {
      name: 'a collection does not follow the series',
      text: `${signed}## Cleo Codd\n\nI organise and realise it, and recognise the day.\n`,
      earlier: [{ text: 'We organize, realize and utilize the day; we recognize it.\n', path: 'a.md' }],
    },
    {
      name: 'a property counts on neither side',
      text: 'The colour of the behavior and the centre of it.\n',
    },
    {
      name: 'components that link',
      text: 'We organize the day.\n\n<ChangeLink to="5">\n  Loom: Removed all optimisations\n</ChangeLink>\n',
    },
    {
      name: 'titles of issues',
      text: 'We organize the day.\n\n- [Issue #17](/a): Stabilisation of the loom\n- stabilise [`loom`](https://a.org/b/pull/5)\n',
    },
    {
      name: 'answers in a post of them',
      text: '---\ntitle: Call for ideas and survey results\n---\n\nWe organize it.\n\n- I would organise it\n\n•\tAnd realise it\n',
    },
    {
      name: 'answers in a section of them',
      text: 'We organize it.\n\n## Feedback from our members\n\n### Tools\n\n- I would organise it\n',
    },
    {
      name: 'answers in HTML',
      text: '<p>We organize it.</p><h2>What members said</h2><ul><li>I would organise it</li></ul>\n',
    },
    {
      name: 'HTML',
      text: '<p>We organise it.</p><blockquote>We organize the day.</blockquote><p><code>organize</code></p>\n',
    },
  ],
  invalid: [
    {
      text: 'We organized a visualization and utilized it. If your organisation would join, write.\n',
      reports: [`1:55-1:67 ${british('organisation', 'organization')}`],
    },
    {
      name: 'a repeated word counts once, but leaves no clear majority',
      text: 'Our organisation is the organisation of this organisation: we recognize and realize the day.\n',
      reports: [
        `1:5-1:17 ${even('organisation', 'British', 'recognize', 'American')}`,
        `1:25-1:37 ${even('organisation', 'British', 'recognize', 'American')}`,
        `1:46-1:58 ${even('organisation', 'British', 'recognize', 'American')}`,
      ],
    },
    {
      name: 'even: the first is right',
      text: 'We organise and realize the day.\n',
      reports: [`1:17-1:24 ${even('realize', 'American', 'organise', 'British')}`],
    },
    {
      name: 'even: the one that stands there less often',
      text: 'It is an organisation.\n\nIt is an organization, and an organization is for all.\n',
      reports: [`1:10-1:22 ${even('organisation', 'British', 'organization', 'American', 3)}`],
    },
    {
      name: 'even: HTML',
      text: '<p>We realize it.</p><ul><li>We realise</li><li>and we realise it.</li></ul>\n',
      reports: [`1:7-1:14 ${even('realize', 'American', 'realise', 'British')}`],
    },
    {
      name: 'one section of three is mixed',
      text: `${signed}## Cleo Codd\n\nI organise and realise it, and I recognize the day.\n`,
      reports: [`13:34-13:43 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'two names are no collection',
      text: '## Ann Abel\n\nI organise and realise the day.\n\n## Bob Bell\n\nI recognize it.\n',
      reports: [`7:3-7:12 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'titles that look like names, in one voice',
      text: '## Global Outreach\n\nWe organise and realise it.\n\n## Safety Work\n\nWe recognize it.\n\n## Rust Project\n\nWe like it.\n',
      reports: [`7:4-7:13 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'paragraphs of a post about a survey',
      text: '---\ntitle: Survey results\n---\n\nWe organise and realise the survey, and recognize the day.\n\n- I utilize it\n',
      reports: [`5:41-5:50 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'by families',
      text: 'We organize the behaviour and the flavor of the harbour.\n',
      reports: [`1:35-1:41 ${american('flavor', 'flavour')}`],
    },
    {
      name: 'each family',
      text: 'We analyse, reanalyze, the theatre and theater, catalogue and catalogs, defence and offense, cancelled and labeled it.\n',
      reports: [
        `1:13-1:22 ${even('reanalyze', 'American', 'analyse', 'British')}`,
        `1:40-1:47 ${even('theater', 'American', 'theatre', 'British')}`,
        `1:63-1:71 ${even('catalogs', 'American', 'catalogue', 'British')}`,
        `1:85-1:92 ${even('offense', 'American', 'defence', 'British')}`,
        `1:108-1:115 ${even('labeled', 'American', 'cancelled', 'British')}`,
      ],
    },
    {
      name: 'at the start of a sentence',
      text: 'We organise the day. Organizing it is what we do. Optimizations of the day.\n',
      reports: [`1:4-1:12 ${british('organise', 'organize')}`],
    },
    {
      name: 'title and description',
      text: '---\ntitle: How we organise\ndescription: What we realize and recognize in the days\n---\n\nWe have it.\n',
      reports: [`2:15-2:23 ${british('organise', 'organize')}`],
    },
    {
      name: 'lists, cells and link texts',
      text: '- We organise the day\n- [We realise](/a) the day\n\n| recognize it |\n| --- |\n| and finalise it |\n',
      reports: [`4:3-4:12 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'an emoji and an entity before',
      text: '😀 &amp; we organise and realise it, and recognize the day.\n',
      reports: [`1:42-1:51 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'configured',
      text: 'The behaviour of the tool that we organise.\n',
      post: { language: 'en-US' },
      reports: [
        `1:5-1:14 ${configured('behaviour', 'behavior', 'en-US')}`,
        `1:35-1:43 ${configured('organise', 'organize', 'en-US')}`,
      ],
    },
    {
      name: 'configured, Australia',
      text: 'The flavors of the tool that we organize.\n',
      post: { language: 'en-AU' },
      reports: [
        `1:5-1:12 ${configured('flavors', 'flavours', 'en-AU')}`,
        `1:33-1:41 ${configured('organize', 'organise', 'en-AU')}`,
      ],
    },
    {
      name: 'configured, Oxford',
      text: 'The flavours of the tool that we organise.\n',
      post: { language: 'en-GB-oxendict' },
      reports: [`1:34-1:42 ${configured('organise', 'organize', 'en-GB-oxendict')}`],
    },
    {
      name: 'en-GB mixed',
      text: 'We organise and realise it, and recognize the day.\n',
      post: { language: 'en-GB' },
      reports: [`1:33-1:42 ${american('recognize', 'recognise')}`],
    },
    {
      name: 'the series decides',
      text: 'We organise and realise it, and recognize the day.\n',
      earlier: [
        { text: 'We organize and realize it.\n', path: 'a.md' },
        { text: 'We organize and realize it.\n', path: 'b.md' },
      ],
      reports: [`1:4-1:12 ${series('organise', 'organize')}`, `1:17-1:24 ${series('realise', 'realize')}`],
    },
    {
      name: 'HTML',
      text: '<p>We organise the day.</p>\n<p>And we <b>realize</b> it.</p>\n',
      reports: [`2:14-2:21 ${even('realize', 'American', 'organise', 'British')}`],
    },
    {
      name: 'HTML lists',
      text: '<ul><li>We organise and realise it</li><li>We recognize it</li></ul>\n',
      reports: [`1:47-1:56 ${american('recognize', 'recognise')}`],
    },
  ],
});
