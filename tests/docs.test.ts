import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Code, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readJson } from '../src/config/json.ts';
import { compileSchema } from '../src/config/post-schema.ts';
import { createDocument } from '../src/document/create.ts';
import type { Document } from '../src/document/document.ts';
import { parseWithRemark } from '../src/document/remark.ts';
import type { Finding } from '../src/engine/finding.ts';
import { fixPost } from '../src/engine/fix.ts';
import { lint } from '../src/engine/lint.ts';
import { findInSeries } from '../src/engine/lint-series.ts';
import { notices } from '../src/engine/notices.ts';
import { type ActiveRule, noPostSettings, type Settings } from '../src/engine/settings.ts';
import { settle } from '../src/engine/settle.ts';
import { rules } from '../src/rules/index.ts';
import { factsOf } from '../src/series/collect.ts';
import { byPeriod } from '../src/series/group.ts';
import { seriesBefore } from '../src/series/history.ts';
import { monthAt } from './archive.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'rules');

interface EarlierPost {
  readonly source: string;
  readonly path: string;
}

interface Example {
  readonly line: number;
  readonly source: string;
  readonly path: string;
  readonly options: object;
  readonly post: object;
  /** The earlier posts of its series: the `md earlier` blocks before it in its section of the page. */
  readonly earlier: readonly EarlierPost[];
  /** Lines of the expected report; none for a valid example. */
  readonly reports: readonly string[];
  readonly fixed: { readonly source: string; readonly unsafe: boolean } | null;
}

/** Words of an info string, `key=value` or `key='…'` taken apart. */
function attributes(meta: string): Map<string, string> {
  const words = [...meta.matchAll(/([\w-]+)(?:=(?:'([^']*)'|(\S+)))?/g)];
  return new Map(words.map(([, key, quoted, plain]) => [key!, quoted ?? plain ?? '']));
}

/** The examples of a page: each `md valid` and `md invalid` block with the blocks that belong to it. */
function examplesOf(page: string): Example[] {
  const blocks = parseWithRemark(page).children.filter((node) => node.type !== 'html');
  let earlier: readonly EarlierPost[] = [];
  return blocks.flatMap((node, index) => {
    if (node.type === 'heading') earlier = [];
    const words = node.type === 'code' && node.lang === 'md' ? attributes(node.meta ?? '') : new Map();
    if (words.has('earlier')) {
      const path = words.get('path') ?? `earlier-${earlier.length}.md`;
      const post = { source: `${(node as Code).value}\n`, path };
      earlier = [...earlier, ...(words.has('months') ? everyMonth(post, words.get('months')!) : [post])];
    }
    if (!words.has('valid') && !words.has('invalid')) return [];
    return [{ ...exampleOf(node as Code, words, blocks.slice(index + 1)), earlier }];
  });
}

/** A post for each of some months (`2023-01..2023-08`), with their names in place of the braces. */
function everyMonth({ source, path }: EarlierPost, months: string): EarlierPost[] {
  const [from, to] = months.split('..').map((month) => {
    const [year, number] = month.split('-').map(Number);
    return (year! - 2023) * 12 + number! - 1;
  });
  return Array.from({ length: to! - from! + 1 }, (_, index) => {
    const { name, number, year } = monthAt(from! + index);
    const values = { Month: name, month: number, year, number: index + 1 };
    const filled = (text: string) =>
      Object.entries(values).reduce((said, [key, value]) => said.replaceAll(`{${key}}`, `${value}`), text);
    return { source: filled(source), path: filled(path) };
  });
}

function exampleOf(
  node: Code,
  words: Map<string, string>,
  next: readonly RootContent[],
): Omit<Example, 'earlier'> {
  const report = words.has('invalid') ? codeBlock(next[0], 'text', /^report$/) : null;
  const fixed = codeBlock(next[1], 'md', /^(?:unsafely-)?fixed$/);
  return {
    line: node.position!.start.line,
    source: `${node.value}\n`,
    path: words.get('path') ?? 'post.md',
    options: JSON.parse(words.get('options') ?? '{}'),
    post: { ...JSON.parse(words.get('post') ?? '{}'), ...schemaOf(words.get('schema')) },
    reports: words.has('invalid') ? (report?.value.split('\n') ?? ['(a report block is missing)']) : [],
    fixed: report && fixed ? { source: `${fixed.value}\n`, unsafe: fixed.meta !== 'fixed' } : null,
  };
}

/** The setting that a JSON Schema in an info string makes. */
function schemaOf(text: string | undefined): object {
  return text === undefined ? {} : { schema: compileSchema(readJson('recap.schema.json', text)) };
}

function codeBlock(node: RootContent | undefined, lang: string, meta: RegExp): Code | null {
  return node?.type === 'code' && node.lang === lang && meta.test(node.meta ?? '') ? node : null;
}

/** A rule's page runs that rule alone; a notice's page runs all that `recommended` has on. */
function activeRules(id: string, options: object): ActiveRule[] {
  const notice = notices.some((candidate) => candidate.id === id);
  return rules
    .filter((rule) => (notice ? rule.recommended !== 'off' : rule.id === id))
    .map((rule) => ({ rule, severity: 'error', options: rule.options?.parse(notice ? {} : options) ?? {} }));
}

function settingsFor(id: string, example: Example): Settings {
  return {
    rules: activeRules(id, example.options),
    post: { ...noPostSettings, ...example.post },
    knownIds: new Set(rules.map((rule) => rule.id)),
    inlineConfig: true,
    requireReasons: false,
  };
}

function reportsOf(example: Example, settings: Settings): string[] {
  const document = documentOf(example);
  const place = (offset: number) => {
    const { line, column } = document.lines.pointAt(offset);
    return `${line}:${column}`;
  };
  const findings = findingsIn(document, example, settings);
  return findings.map(({ range, message }) => `${place(range.start)}-${place(range.end)} ${message}`);
}

function documentOf({ source, path }: EarlierPost): Document {
  return createDocument({ source, path, parse: parseWithRemark });
}

/** What is found in a post, with its series where it has one. */
function findingsIn(document: Document, { earlier }: Example, settings: Settings): readonly Finding[] {
  if (earlier.length === 0) return lint(document, settings).findings;
  const before = earlier.map((post) => factsOf(documentOf(post), settings.post, [])).sort(byPeriod);
  const outcome = lint(document, settings, { series: seriesBefore('series', before, before.length) });
  const { rules: active } = settings;
  const found = findInSeries([...before, ...(outcome.facts ? [outcome.facts] : [])], active);
  const ran = new Set(active.map(({ rule }) => rule.id));
  return settle(outcome, active, found.get(document.path) ?? [], ran);
}

describe.each(readdirSync(folder).filter((name) => name !== 'README.md'))('%s', (name) => {
  const id = basename(name, '.md');
  const page = readFileSync(join(folder, name), 'utf8');
  const examples = examplesOf(page);

  test('is titled like its rule', () => expect(page.split('\n')[0]).toBe(`# ${id}`));

  if (rules.some((rule) => rule.id === id)) {
    test('has a valid and an invalid example', () => {
      const invalid = examples.filter(({ reports }) => reports.length > 0);
      expect(invalid.length).toBeGreaterThan(0);
      expect(examples.length).toBeGreaterThan(invalid.length);
    });
  }

  for (const example of examples) {
    test(`example in line ${example.line}`, () => {
      const settings = settingsFor(id, example);
      expect(reportsOf(example, settings)).toEqual(example.reports);
      if (!example.fixed) return;
      const { source, path, fixed } = example;
      const { unsafe } = fixed;
      const outcome = fixPost({ source, path, parse: parseWithRemark }, settings, { unsafe });
      expect(outcome.source).toBe(fixed.source);
    });
  }
});
