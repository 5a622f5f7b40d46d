import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { timelineOf } from '../../src/document/timeline.ts';
import type { FileResult, Finding } from '../../src/engine/finding.ts';
import { noPostSettings } from '../../src/engine/settings.ts';
import { html } from '../../src/reporters/html.ts';
import { attribute, elementsOf, type Node, parsePage, textOf, withClass, withTag } from './page.ts';
import { context, finding, result } from './results.ts';
import { runnerCommands } from './runner-commands.ts';

/** The page of a run, which must be without a fault in its grammar. */
function pageOf(results: readonly FileResult[], over: Partial<typeof context> = {}): Node {
  const { page, errors } = parsePage(html(results, { ...context, ...over }));
  expect(errors).toEqual([]);
  return page;
}

const shownText = (page: Node) =>
  elementsOf(page, (element) => withClass('l')(element) || withClass('t')(element))
    .map(textOf)
    .join('');

function withTimeline(name: string, text: string, findings: readonly Finding[] = []): FileResult {
  const document = createDocument({ source: text, path: name, parse: parseWithRemark });
  return { ...result(name, text, findings), timeline: timelineOf(document, noPostSettings, 0.5) };
}

const recap = `---
title: Q2 2024 Recap
date: 2024-05-07
---

During the first quarter of 2024, we welcomed Ada.
`;

describe('the head', () => {
  const verdict = (results: readonly FileResult[]) =>
    textOf(elementsOf(pageOf(results), withTag('header'))[0]!);

  test('says in words what was checked and found', () => {
    const findings = [finding('a BAD', 'BAD', { severity: 'error' }), finding('a BAD', 'a')];
    const results = [
      result('2024/a.md', 'a BAD', findings),
      result('2024/b.md', 'x'),
      result('2024/c.md', 'y'),
    ];
    const words = verdict(results);
    expect(words).toContain('1 error 1 warning in 1 post');
    expect(words).toContain('Checked: 3 posts in 2024.');
  });

  test('says so where nothing was found', () => {
    expect(verdict([result('a.md', 'x')])).toContain('Nothing to correct: well done.Checked: 1 post, a.md.');
    expect(verdict([result('a.md', 'x'), result('b/c.md', 'y')])).toContain('Checked: 2 posts in posts.');
    expect(verdict([])).toContain('No post was checked.');
  });

  test('claims nothing about warnings that were left out', () => {
    const words = textOf(elementsOf(pageOf([result('a.md', 'x')], { quiet: true }), withTag('header'))[0]!);
    expect(words).toContain('No errors.Checked: 1 post, a.md. Warnings are left out.');
  });

  test('says where posts could not be checked', () => {
    const words = textOf(
      elementsOf(pageOf([result('a.md', 'x')], { complete: false }), withTag('header'))[0]!,
    );
    expect(words).toContain('Not every post could be checked: the messages of the run say why.');
  });

  test('praises nobody for posts whose old findings were left out', () => {
    const words = textOf(elementsOf(pageOf([result('a.md', 'x')], { onlyNew: true }), withTag('header'))[0]!);
    expect(words).toContain(
      'Nothing new to correct.Checked: 1 post, a.md. What was found before is left out.',
    );
  });
});

describe('the page', () => {
  const results = [withTimeline('a.md', recap, [finding(recap, 'first', { severity: 'error' })])];
  const page = pageOf(results);

  test('is the same each time', () => {
    expect(html(results, context)).toBe(html(results, context));
  });

  test('loads nothing, and runs nothing but its own script', () => {
    const policy = elementsOf(page, withTag('meta')).find(
      (meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy',
    )!;
    const hashOf = (tag: string) => {
      const own = elementsOf(page, withTag(tag));
      expect(own).toHaveLength(1);
      return `'sha256-${createHash('sha256').update(textOf(own[0]!)).digest('base64')}'`;
    };
    expect(attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
    );
    const loading = elementsOf(page, (element) =>
      element.attrs.some(({ name }) => ['src', 'srcset', 'data', 'action', 'style'].includes(name)),
    );
    expect(loading).toEqual([]);
    expect(elementsOf(page, withTag('link'))).toEqual([]);
  });

  test('has landmarks, and headings in order', () => {
    const headings = elementsOf(page, ({ tagName }) => /^h\d$/.test(tagName));
    expect(headings.map(({ tagName }) => tagName)).toEqual(['h1', 'h2', 'h3', 'h2']);
    for (const landmark of ['header', 'main', 'footer'])
      expect(elementsOf(page, withTag(landmark))).toHaveLength(1);
  });

  test('gives no id twice, and points to none that is missing', () => {
    const ids = elementsOf(page, () => true).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = elementsOf(page, withTag('a')).map((link) => attribute(link, 'href')!);
    expect(anchors.filter((anchor) => !ids.includes(anchor.slice(1)))).toEqual([]);
  });
});

describe('a finding', () => {
  const text = 'First.\n\nSome BAD words.\n';
  const fix = {
    title: 'Write `good`',
    safety: 'unsafe' as const,
    edits: [{ range: { start: 13, end: 16 }, text: 'good' }],
  };
  const related = [{ range: { start: 0, end: 5 }, message: 'Here it is right.' }];
  const found = finding(text, 'BAD', {
    severity: 'error',
    message: 'It says `BAD`, *not* good.',
    fix,
    related,
  });
  const ruleOf = (id: string) => ({
    ...context.ruleOf(id),
    page: '## Head\n\nWhy [it](x.md) is *so* `bad`:\n\nMore.',
  });
  const page = pageOf([result('a.md', text, [found])], { ruleOf });
  const note = elementsOf(page, withClass('note'))[0]!;

  test('is marked at its place, under a name that says what it is', () => {
    const [mark] = elementsOf(page, withClass('m'));
    expect(textOf(mark!)).toBe('BAD');
    expect(attribute(mark!, 'aria-label')).toBe('error no-nbsp: It says BAD, not good. (BAD)');
    expect(attribute(mark!, 'href')).toBe(`#${attribute(note, 'id')}`);
  });

  test('says what, and where else to look', () => {
    expect(textOf(elementsOf(note, withTag('summary'))[0]!)).toBe('Error It says BAD, not good. no-nbsp');
    expect(textOf(elementsOf(note, withClass('related'))[0]!)).toBe('Line 1: Here it is right.');
  });

  test('shows the text before and after its repair', () => {
    const [before, after] = elementsOf(note, withTag('dd'));
    expect([before, after].map((side) => textOf(side!))).toEqual(['Some BAD words.', 'Some good words.']);
    expect(textOf(elementsOf(before!, withTag('del'))[0]!)).toBe('BAD');
    expect(textOf(elementsOf(after!, withTag('ins'))[0]!)).toBe('good');
    expect(textOf(note)).toContain('Repair: Write good. It may change what the text says');
  });

  test('has the first paragraph of its page as the reason, said once', () => {
    const link = elementsOf(note, withTag('a'))[0]!;
    const why = elementsOf(page, (element) => `#${attribute(element, 'id')}` === attribute(link, 'href'));
    expect(why.map(textOf)).toEqual(['Why it is so bad.']);
  });

  test('links to a page that anybody can open, and to no other', () => {
    const linksOf = (address: string) =>
      elementsOf(pageOf([result('a.md', text, [found])], { pageOf: () => address }), withTag('a'))
        .map((link) => [attribute(link, 'href'), attribute(link, 'rel')])
        .filter(([href]) => !href!.startsWith('#'));
    expect(linksOf('https://example.org/x')).toEqual([['https://example.org/x', 'noopener noreferrer']]);
    expect(linksOf('javascript:alert(1)')).toEqual([]);
  });
});

test('several edits of a repair are shown with the text around each', () => {
  const text = `one BAD\r\n${'x'.repeat(300)} two BAD.\r\n`;
  const second = text.lastIndexOf('BAD');
  const edits = [
    { range: { start: 4, end: 9 }, text: '' },
    { range: { start: second, end: second + 3 }, text: 'good' },
  ];
  const page = pageOf([
    result('a.md', text, [finding(text, 'BAD', { fix: { title: 'Mend', safety: 'safe', edits } })]),
  ]);
  const [before, after] = elementsOf(elementsOf(page, withClass('repair'))[0]!, withTag('dd')).map(textOf);
  expect(before).toBe(`one BAD↵\n${'x'.repeat(48)}…\n…${'x'.repeat(43)} two BAD.`);
  expect(after).toBe(`one ${'x'.repeat(48)}…\n…${'x'.repeat(43)} two good.`);
});

const hostile = `</script></style></title><img src=x onerror="alert('1')"> <!-- & &amp; \u0000 \u001B[31m \u0085 \uFFFE \u202E \uD83D </details>`;

test('nothing that a post, a name or a message says becomes markup', () => {
  const results = hostile.split(' ').map((words, index) => {
    const text = `---\ntitle: "${words}"\n---\n${words} a\n`;
    const found = finding(text, 'a', {
      message: `${words} \`${words}\` *${words}*`,
      ruleId: words,
      related: [{ range: { start: 0, end: 1 }, message: words, path: words }],
      fix: { title: words, safety: 'safe', edits: [{ range: { start: 0, end: text.length }, text: words }] },
    });
    return withTimeline(`${index} ${words}\n😀.md`, text, index % 2 ? [] : [found]);
  });
  const page = pageOf(results, {
    version: hostile,
    pageOf: () => undefined,
    ruleOf: (id) => ({ ...context.ruleOf(id), summary: hostile, page: hostile }),
  });
  expect(elementsOf(page, withTag('img'))).toEqual([]);
  expect(elementsOf(page, withTag('script'))).toHaveLength(1);
  expect(elementsOf(page, (element) => element.attrs.some(({ name }) => name.startsWith('on')))).toEqual([]);
  expect(textOf(page)).toContain('</script></style></title><img');
});

/** A text as the page shows it: line ends of one kind, pictures of control characters. */
function asShown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0B-\x1F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\x7F/g, '\u2421');
}

const pieces = fc.constantFrom(
  'a',
  'bc ',
  '\n',
  '\r\n',
  '\r',
  '😀',
  '<b>',
  '&',
  '\u200B',
  '\0',
  '\t',
  '\n\n\n\n\n\n\n\n\n\n',
);
const posts = fc.tuple(
  fc.array(pieces, { maxLength: 60 }).map((words) => words.join('')),
  fc.array(fc.tuple(fc.nat(120), fc.nat(30), fc.constantFrom('error' as const, 'warn' as const)), {
    minLength: 1,
    maxLength: 12,
  }),
);

/** Whether an offset lies inside a code point that takes two UTF-16 units. */
const cutsPair = (text: string, offset: number) =>
  /[\uD800-\uDBFF]$/.test(text.slice(0, offset)) && offset < text.length;

test('the whole text is shown, and marks cover what the findings cover', () => {
  fc.assert(
    fc.property(posts, ([text, places]) => {
      const findings = places
        .map(([start, length, severity]) => {
          const from = Math.min(start, text.length);
          return finding(text, '', {
            severity,
            range: { start: from, end: Math.min(from + length, text.length) },
          });
        })
        .filter(({ range }) => !cutsPair(text, range.start) && !cutsPair(text, range.end));
      const page = pageOf([result('a.md', text, findings)]);
      if (findings.length === 0) return;
      expect(shownText(page)).toBe(asShown(text));
      const isCovered = (index: number) =>
        findings.some(({ range }) => range.start <= index && index < range.end);
      const covered = [...text.split('').keys()].filter(
        (index) => isCovered(index) && !/[\r\n]/.test(text[index]!),
      );
      const marked = elementsOf(page, withClass('m')).map(textOf).join('');
      expect(marked).toBe(asShown(covered.map((index) => text[index]).join('')));
      const named = elementsOf(page, withTag('a')).flatMap(
        (link) => attribute(link, 'data-f')?.split(' ') ?? [],
      );
      expect(named.map(Number).sort((a, b) => a - b)).toEqual(findings.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
});

test('a finding that covers nothing has a mark all the same', () => {
  const text = 'One.\n';
  const marks = [0, 4, 5].map((offset) => {
    const page = pageOf([
      result('a.md', text, [finding(text, '', { range: { start: offset, end: offset } })]),
    ]);
    return elementsOf(page, withClass('point')).map((mark) => attribute(mark, 'href'));
  });
  expect(marks).toEqual([['#f1'], ['#f1'], ['#f1']]);
});

test('what cannot be seen is named', () => {
  const text = 'a\u200Bb\n';
  const page = pageOf([result('a.md', text, [finding(text, '\u200B')])]);
  expect(elementsOf(page, withClass('m')).map((mark) => attribute(mark, 'data-seen'))).toEqual(['U+200B']);
});

test('what turns its line around is kept to itself, and named', () => {
  const text = 'a \u202E(b)\n';
  const page = pageOf([result('a.md', text, [finding(text, 'a')])]);
  const controls = elementsOf(page, (element) => attribute(element, 'data-seen') !== undefined);
  expect(
    controls.map((control) => [control.tagName, textOf(control), attribute(control, 'data-seen')]),
  ).toEqual([['bdi', '\u202E', 'U+202E']]);
  expect(shownText(page)).toBe(text);
});

test('lines far from any finding are folded', () => {
  const text = Array.from({ length: 40 }, (_, index) => `Line ${index + 1}.\n`).join('');
  const page = pageOf([result('a.md', text, [finding(text, 'Line 20.')])]);
  const folds = elementsOf(page, withClass('fold')).map((fold) =>
    textOf(elementsOf(fold, withTag('summary'))[0]!),
  );
  expect(folds).toEqual(['Lines 1 to 16, without findings', 'Lines 24 to 41, without findings']);
  expect(shownText(page)).toBe(text);
});

test('folded lines give no command to a CI runner that shows the page in its log', () => {
  const text = `BAD\n${'::error::x\n  ::debug::y\n##[group]z\n'.repeat(9)}`;
  const output = html([result('a.md', text, [finding(text, 'BAD')])], context);
  expect(output).toContain('Lines 5 to 29, without findings');
  expect(runnerCommands(output)).toEqual([]);
});

describe('a timeline', () => {
  const found = finding(recap, 'first quarter of 2024', { severity: 'error', ruleId: 'no-quarter-mixup' });
  const ruleOf = (id: string) => ({ ...context.ruleOf(id), category: 'period' as const });
  const page = pageOf([withTimeline('a.md', recap, [found]), withTimeline('b.md', recap)], { ruleOf });
  const rows = elementsOf(elementsOf(page, withClass('timeline'))[0]!, withTag('li'));

  test('has a row for the period, the window, the date, and each role', () => {
    expect(
      rows.slice(0, -1).map((row) => row.childNodes.filter((part) => part.nodeName === 'span').map(textOf)),
    ).toEqual([
      ['Period', 'Q2 2024 (1 April 2024 to 30 June 2024)'],
      ['May appear', 'from 16 May 2024'],
      ['Date', '7 May 2024 (outside these days)'],
      ['States the period', 'Q2 2024 line 2; Q1 2024 line 6 (see the finding)'],
    ]);
  });

  test('sets the mention of another period apart, beside the band of its own', () => {
    const marks = elementsOf(rows[3]!, withClass('mark'));
    const [other, own] = marks.map((mark) => elementsOf(mark, withTag('rect'))[0]!);
    const band = elementsOf(rows[3]!, withClass('band'))[0]!;
    expect(marks.map((mark) => [attribute(mark, 'data-role'), withClass('found')(mark)])).toEqual([
      ['subject', true],
      ['subject', false],
    ]);
    expect(attribute(own!, 'x')).toBe(attribute(band, 'x'));
    expect(attribute(own!, 'width')).toBe(attribute(band, 'width'));
    expect(Number.parseFloat(attribute(other!, 'x')!)).toBeLessThan(Number.parseFloat(attribute(own!, 'x')!));
  });

  test('of a post that names no time is a sentence, and has no days of its own', () => {
    const [timeless, undated] = ['Hello.\n', 'We met last quarter.\n'].map((text) =>
      elementsOf(pageOf([withTimeline('a.md', text)]), withClass('timeline')).map(textOf),
    );
    expect(timeless).toEqual(['The post names no time.']);
    expect(undated).toEqual(['PeriodnoneDatenoneOther mention“last quarter” line 1']);
  });

  test('is there for a post without findings as well', () => {
    const clean = elementsOf(page, withClass('clean'))[0]!;
    expect(elementsOf(clean, withTag('summary')).map(textOf)).toEqual(['Q2 2024 Recap b.mdQ2 2024Q1 2024◆']);
    expect(textOf(elementsOf(clean, withClass('lane-subject'))[0]!)).toContain(
      'Q2 2024 line 2; Q1 2024 line 6',
    );
    expect(elementsOf(clean, withClass('found'))).toEqual([]);
  });
});

test('a run of many findings is written in one go', () => {
  const line = 'Some BAD words and more of them.\n';
  const text = line.repeat(6000);
  const findings = Array.from({ length: 6000 }, (_, index) =>
    finding(text, '', { range: { start: index * line.length + 5, end: index * line.length + 8 } }),
  );
  const page = pageOf([result('a.md', text, findings)]);
  expect(elementsOf(page, withClass('note'))).toHaveLength(6000);
  expect(shownText(page)).toBe(text);
});

test('findings that cover one another by the thousands take no longer than others', () => {
  const text = 'a'.repeat(12_000);
  const findings = Array.from({ length: 6000 }, (_, index) =>
    finding(text, '', { range: { start: index, end: 12_000 - index } }),
  );
  const marks = elementsOf(pageOf([result('a.md', text, findings)]), withClass('m'));
  expect(marks.map(textOf).join('')).toBe(text);
  // Beside its own, each mark names one finding at most.
  expect(marks.map((mark) => attribute(mark, 'data-f')!.split(' ').length)).toEqual(marks.map(() => 1));
});
