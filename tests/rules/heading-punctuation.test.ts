import rule from '../../src/rules/heading-punctuation.ts';
import { testRule } from '../../src/testing.ts';

const ends = (sign = ':') =>
  `The heading ends in \`${sign}\`, and a heading needs no sign at its end: delete it.`;
const alone = () =>
  'The heading ends in `.` like a sentence, and nothing stands below it: make it a paragraph, or write its section.';
const breaksOff = (word: string) =>
  `The heading breaks off at “${word}”, and a heading is no beginning of a sentence: say it without the words that wait for more, and without the \`:\`.`;

testRule(rule, {
  valid: [
    { text: '## Events\n' },
    { name: 'questions and exclamations', text: '## What is next?\n\n## Thank you!\n' },
    { name: 'ellipses', text: '## And then...\n\n## And then…\n\n## Soon....\n' },
    { name: 'codes of emoji', text: '## Events :tada:\n\n## :tada:\n\n## Votes :+1:\n' },
    {
      name: 'abbreviations',
      text: '## Books, talks etc.\n\n## Kiln Inc.\n\n## Doors open at 9 a.m.\n\n## The U.S.\n\n## J. R. Doe Jr.\n',
    },
    { name: 'numbers', text: '## 1.\n\n## 2.1.\n' },
    { name: 'numbers in front', text: '## 1. Budget\n' },
    { name: 'code', text: '## `std::`\n\n## The sign `:`\n' },
    { name: 'a sign in the middle', text: '## Loom 2.0: what is new\n' },
    { name: 'two sentences', text: '## We met. We talked about it.\n' },
    { name: 'other signs', text: '## Events;\n\n## Events –\n' },
    { name: 'signs alone', text: '## :\n\n## ...\n' },
    { name: 'brackets', text: '## Events (May.)\n' },
    { name: 'no heading', text: '**Events:**\n\nEvents:\n\n- Events:\n' },
    { name: 'a template', text: '## {{ name }}:\n' },
    { name: 'code blocks', text: '```\n## Events:\n```\n' },
    { name: 'front matter', text: '---\ntitle: "Events:"\n---\n' },
    { name: 'attributes', text: '## Events {#a:}\n' },
    { name: 'HTML', text: '<h2>What is next?</h2><h3>Kiln Inc.</h3><p>Events:</p>\n' },
    { name: 'options', text: '## Events:\n', options: { signs: '.' } },
  ],
  invalid: [
    { text: '## Events:\n', reports: [`1:10-1:11 ${ends()}`], fixed: '## Events\n' },
    {
      name: 'full stop and comma',
      text: '## We met in May.\n\nHere.\n\n## Loom,\n',
      reports: [`1:17-1:18 ${ends('.')}`, `5:8-5:9 ${ends(',')}`],
      fixed: '## We met in May\n\nHere.\n\n## Loom\n',
    },
    {
      name: 'in marks',
      text: '## **Events:**\n',
      reports: [`1:12-1:13 ${ends()}`],
      fixed: '## **Events**\n',
    },
    {
      name: 'behind marks',
      text: '## **Events**:\n',
      reports: [`1:14-1:15 ${ends()}`],
      fixed: '## **Events**\n',
    },
    {
      name: 'behind a link',
      text: '## [Events](/e):\n',
      reports: [`1:16-1:17 ${ends()}`],
      fixed: '## [Events](/e)\n',
    },
    {
      name: 'spaces, closing marks',
      text: '## Events:  ##\n',
      reports: [`1:10-1:11 ${ends()}`],
      fixed: '## Events  ##\n',
    },
    {
      name: 'attributes behind',
      text: '## Events: {#events}\n',
      reports: [`1:10-1:11 ${ends()}`],
      fixed: '## Events {#events}\n',
    },
    {
      name: 'a no-break space behind',
      text: '## Events:&nbsp;\n',
      reports: [`1:10-1:11 ${ends()}`],
      fixed: '## Events&nbsp;\n',
    },
    {
      name: 'underlined',
      text: 'Events:\n-------\n',
      reports: [`1:7-1:8 ${ends()}`],
      fixed: 'Events\n-------\n',
    },
    { name: 'two signs', text: '## Events.:\n', reports: [`1:10-1:12 ${ends('.:')}`], fixed: '## Events\n' },
    {
      name: 'behind a bracket and emoji',
      text: '## 🎉 Events (May):\n',
      reports: [`1:19-1:20 ${ends()}`],
      fixed: '## 🎉 Events (May)\n',
    },
    { name: 'behind a year', text: '## In 2024:\n', reports: [`1:11-1:12 ${ends()}`], fixed: '## In 2024\n' },
    {
      name: 'behind a question',
      text: '## What is next?:\n',
      reports: [`1:17-1:18 ${ends()}`],
      fixed: '## What is next?\n',
    },
    {
      name: 'quotes and lists',
      text: '> ## Loom:\n\n- ## Kiln:\n',
      reports: [`1:10-1:11 ${ends()}`, `3:10-3:11 ${ends()}`],
      fixed: '> ## Loom\n\n- ## Kiln\n',
    },
    {
      name: 'HTML',
      text: '<h2>Events:</h2>\n',
      reports: [`1:11-1:12 ${ends()}`],
      fixed: '<h2>Events</h2>\n',
    },
    {
      name: 'HTML in a line',
      text: '<div><p>Text:</p><h3 id="e"><b>R&amp;D:</b> </h3><p>More.</p></div>\n',
      reports: [`1:39-1:40 ${ends()}`],
      fixed: '<div><p>Text:</p><h3 id="e"><b>R&amp;D</b> </h3><p>More.</p></div>\n',
    },
    {
      name: 'options',
      text: '## Events;\n',
      options: { signs: ';' },
      reports: [`1:10-1:11 ${ends(';')}`],
      fixed: '## Events\n',
    },
    { name: 'a break', text: '## Events:<br>\n', reports: [`1:10-1:11 ${ends()}`], fixed: '## Events<br>\n' },
    {
      name: 'a verb that waits for its object: deleting the colon would not mend it',
      text: "## Ann's plans for May are:\n\n### The proposal was (in short):\n\n## **In May, we announced:**\n\n## Releases include:\n\n## Many thanks to :\n",
      reports: [
        `1:27-1:28 ${breaksOff('are')}`,
        `3:32-3:33 ${breaksOff('was')}`,
        `5:26-5:27 ${breaksOff('announced')}`,
        `7:20-7:21 ${breaksOff('include')}`,
        `9:19-9:20 ${breaksOff('to')}`,
      ],
    },
    {
      name: 'the same in HTML',
      text: '<h3>Our goals <b>were</b>:</h3>\n',
      reports: [`1:26-1:27 ${breaksOff('were')}`],
    },
    {
      name: 'verbs whose object stands before them',
      text: '## Who we are:\n\n## What we announced:\n\n## Tools we released:\n\n## Other looms I worked on:\n\n## Work planned:\n\n## To do (May):\n',
      reports: ['1:14-1:15', '3:21-3:22', '5:21-5:22', '7:27-7:28', '9:16-9:17', '11:15-11:16'].map(
        (place) => `${place} ${ends()}`,
      ),
      fixed:
        '## Who we are\n\n## What we announced\n\n## Tools we released\n\n## Other looms I worked on\n\n## Work planned\n\n## To do (May)\n',
    },
    {
      name: 'a full stop behind such a word is no colon',
      text: '## That is how things are.\n\nSo.\n\n## We know where they were.\n\nHere.\n',
      reports: [`1:26-1:27 ${ends('.')}`, `5:27-5:28 ${ends('.')}`],
      fixed: '## That is how things are\n\nSo.\n\n## We know where they were\n\nHere.\n',
    },
    {
      name: 'a sentence with nothing below it: without its sign it would be an empty section',
      text: '## Here is the news of June.\n\n## Loom\n\nNew.\n\n## No events this month.”,\n\n## See you.\n',
      reports: [`1:28-1:29 ${alone()}`, `7:26-7:27 ${ends(',')}`, `9:11-9:12 ${alone()}`],
      fixed: '## Here is the news of June.\n\n## Loom\n\nNew.\n\n## No events this month.”\n\n## See you.\n',
    },
    {
      name: 'a linked heading with nothing below it is an entry of a list',
      text: '## [Loom](/l).\n\n## [Kiln](/k).\n',
      reports: [`1:14-1:15 ${ends('.')}`, `3:14-3:15 ${ends('.')}`],
      fixed: '## [Loom](/l)\n\n## [Kiln](/k)\n',
    },
    {
      name: 'an exclamation mark before the sign keeps it a sentence',
      text: '## See you!.\n',
      reports: [`1:12-1:13 ${ends('.')}`],
      fixed: '## See you!\n',
    },
  ],
});
