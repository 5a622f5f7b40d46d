import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from '../../src/document/create.ts';
import type { Document, Parse } from '../../src/document/document.ts';
import { parseWithRemark } from '../../src/document/remark.ts';
import { type Site, sites, syntaxesOf } from '../../src/document/sites.ts';
import { findTemplates } from '../../src/document/templates.ts';
import { loadSatteri } from '../../src/workspace/satteri.ts';
import { at } from './reading.ts';

interface Place {
  readonly path?: string;
  readonly site?: Site;
}

function read(
  source: string,
  { path = 'post.md', site }: Place = {},
  parse: Parse = parseWithRemark,
): Document {
  return createDocument({ source, path, parse, site: site ?? null });
}

const tags = (source: string, place?: Place) => {
  const document = read(source, place);
  return document.templates.map((range) => at(document, range));
};
const texts = (document: Document) => document.prose.map(({ text }) => text);
const mdx: Place = { path: 'post.mdx' };

describe('what is a template tag', () => {
  test.each<[string, string, string[]]>([
    ['output', 'a {{ page.title }} b', ['{{ page.title }}']],
    ['output with white-space control', 'a {{- x -}} b', ['{{- x -}}']],
    ['output with its closer in quotes', 'a {{ "}}" }} b', ['{{ "}}" }}']],
    ['output with an apostrophe', "a {{ it's }} b", ["{{ it's }}"]],
    ['three braces', 'a {{{ html }}} b', ['{{{ html }}}']],
    ['output over two lines', 'a {{ x\n| y }} b', ['{{ x\n| y }}']],
    ['two on a line', '{{ a }}{{ b }}', ['{{ a }}', '{{ b }}']],
    ['a tag', 'a {%- if x -%} b {%- endif -%}', ['{%- if x -%}', '{%- endif -%}']],
    ['a comment', 'a {# b #} c', ['{# b #}']],
    ['a comment over blank lines', '{# a\n\nb #}\n\nc', ['{# a\n\nb #}']],
    ['a comment block', '{% comment %}a\n\nb{% endcomment %}', ['{% comment %}a\n\nb{% endcomment %}']],
    [
      'code in a tag',
      '{% highlight js %}\na {\n\n}\n{% endhighlight %} b',
      ['{% highlight js %}\na {\n\n}\n{% endhighlight %}'],
    ],
    ['code without its end tag', '{% highlight js %}\n\na', ['{% highlight js %}']],
    ['raw in a paragraph', 'a {% raw %}{{ b }}{% endraw %} c', ['{% raw %}{{ b }}{% endraw %}']],
    [
      'raw around paragraphs',
      '{% raw %}\na\n\n{{ b }}\n{% endraw %}',
      ['{% raw %}', '{{ b }}', '{% endraw %}'],
    ],
    ['a shortcode', 'a {{< b "c" >}} d', ['{{< b "c" >}}']],
    ['a Markdown shortcode', 'a {{% b %}} d', ['{{% b %}}']],
    ['a shortcode with its closer in quotes', '{{< a "b>}}c" >}}', ['{{< a "b>}}c" >}}']],
    ['a shortcode with its closer in backticks', '{{< a `b>}}c` >}}', ['{{< a `b>}}c` >}}']],
    ['a shortcode over lines', '{{< a\n  b="c"\n\n  d="e" >}}', ['{{< a\n  b="c"\n\n  d="e" >}}']],
    ['an escaped shortcode', 'a {{</* b */>}} c', ['{{</* b */>}}']],
    ['a pair of shortcodes', '{{< a >}}b{{< /a >}}', ['{{< a >}}', '{{< /a >}}']],
    [
      'a pair with code',
      '{{< highlight go >}}\na\n\nb\n{{< / highlight >}}',
      ['{{< highlight go >}}\na\n\nb\n{{< / highlight >}}'],
    ],
    [
      'code that closes itself',
      '{{< gist a />}} b {{< gist c >}} d {{< /gist >}}',
      ['{{< gist a />}}', '{{< gist c >}} d {{< /gist >}}'],
    ],
    ['an expression comment', '{/* a\n\nb */}', ['{/* a\n\nb */}']],
    ['attributes of a heading', '## A {#b .c}', ['{#b .c}']],
    ['attributes of an underlined heading', 'A {#b}\n---', ['{#b}']],
    ['attributes of a link', '[a](b){target="_blank" .c} d', ['{target="_blank" .c}']],
    ['attributes of a paragraph', 'a\n{: .lead }', ['{: .lead }']],
    ['attributes of a list', '- a\n{:toc}', ['{:toc}']],
    ['a heading without number', '# A {-}', ['{-}']],
    ['a container', ':::note[A]{.b}\nc\n:::', [':::note[A]{.b}', ':::']],
    ['a container of Pandoc', '::: {.callout-note}\na\n:::', ['::: {.callout-note}', ':::']],
    ['containers in each other', '::::a\n:::b\nc\n:::\n::::', ['::::a', ':::b', ':::', '::::']],
    ['a container of code', ':::mermaid\na --> b\n\nc\n:::\n\nd', [':::mermaid\na --> b\n\nc\n:::']],
    ['a leaf', '::video[A]{#b}', ['::video[A]{#b}']],
    ['a table of contents', '[TOC]\n\n[[toc]]\n\n[[_TOC_]]', ['[TOC]', '[[toc]]', '[[_TOC_]]']],
    ['a definition of Franklin', 'a\n\n@def title = "a"\n\nb', ['@def title = "a"']],
    ['a target of Pelican', '[a]({static}/b.png)', ['{static}']],
    ['in a quote', '> {{< a >}}\n> b', ['{{< a >}}']],
    ['in a table', '| {{ a | b }} |\n| - |', ['{{ a | b }}']],
    ['in HTML', '<p>{{ a }} <b>c</b></p>', ['{{ a }}']],
    ['behind code that is not closed in its item', '- ```\n  a\n- {{ b }}', ['{{ b }}']],
    ['behind an emoji', '😀 {{ a }}', ['{{ a }}']],
  ])('%s', (_name, source, expected) => {
    expect(tags(source)).toEqual(expected);
    expect(tags(`\uFEFF${source}`)).toEqual(expected);
    expect(tags(source.replaceAll('\n', '\r\n'))).toEqual(
      expected.map((tag) => tag.replaceAll('\n', '\r\n')),
    );
  });

  test.each<[string, string]>([
    ['not closed', 'a {{ b'],
    ['not closed in its paragraph', 'write {{ to open\n\nand }} to close'],
    ['a tag not closed in its paragraph', 'a {% b\n\nc %}'],
    ['in a code span', 'write `{{ a }}` or ``{% ` %}``'],
    ['in fenced code', '```\n{{ a }}\n```\n\n~~~~ x\n{% a %}\n~~~\n{{ b }}\n~~~~'],
    ['in fenced code of a quote', '> ```\n> {{ a }}\n> ```'],
    ['in a comment', '<!-- {{ a }} -->'],
    ['in front matter', '---\ntitle: "{{ a }}"\n---\n\nb'],
    ['single braces', 'a {b} {c: d} {1, 2}'],
    ['a set', 'the set {#a, #b}'],
    ['a hash in braces in a sentence', 'see {#a} there'],
    ['colons in a sentence', 'a ::: b and c::d'],
    ['a qualified name', '::std is the root'],
    ['a label in brackets', 'see [TOC] there'],
    ['import in a sentence', 'import duties rose\n\nexport too'],
    ['escaped in a placeholder', '{filename} is a placeholder'.slice(1)],
  ])('text: %s', (_name, source) => {
    expect(tags(source)).toEqual([]);
  });

  test('a lone opener does not hide the tag behind it', () => {
    expect(tags('write {{ or {{ a }} or {{< or {{< b >}}')).toEqual(['{{ a }}', '{{< b >}}']);
  });
});

describe('MDX', () => {
  test.each<[string, string, string[]]>([
    [
      'an import',
      'import A from "./a"\nimport B from "./b"\n\nc',
      ['import A from "./a"\nimport B from "./b"'],
    ],
    [
      'an export with blank lines',
      'export const a = {\n\n  b: 1,\n}\n\nc',
      ['export const a = {\n\n  b: 1,\n}'],
    ],
    ['an expression', 'a {b.c({ d: 1 })} e', ['{b.c({ d: 1 })}']],
    ['an expression with a brace in quotes', "a {b('}')} c", ["{b('}')}"]],
    ['an expression over blank lines', '{a(\n\nb\n)}', ['{a(\n\nb\n)}']],
    ['an escaped brace', 'a \\{b} c', []],
    ['not closed', 'a {b\n\nc', []],
    ['a component', '<A b={c > d}>e</A>', ['<A b={c > d}>', '</A>']],
    ['a component over lines', '<A\n  b="c"\n/>', ['<A\n  b="c"\n/>']],
    ['a component of a namespace', '<a.b c>d</a.b>', ['<a.b c>', '</a.b>']],
    ['a fragment', '<>a</>', ['<>', '</>']],
    ['the attribute of an element', '<div style={{ a: 1 }}>b</div>', ['{{ a: 1 }}']],
    ['import in a sentence', 'import duties rose\n\nexport of goods', []],
    ['less than', 'a < B and c', []],
  ])('%s', (_name, source, expected) => {
    expect(tags(source, mdx)).toEqual(expected);
    expect(tags(source, { site: 'docusaurus' })).toEqual(expected);
  });

  test('is recognised by an import in the first line', () => {
    expect(tags("---\na: b\n---\n\nimport A from './a';\n\n{b}")).toEqual(["import A from './a';", '{b}']);
  });

  test('is not what a post about it quotes', () => {
    expect(tags('Write {this} and <That />.')).toEqual([]);
  });

  test('text in components is Markdown, tags of elements are HTML', () => {
    const document = read(
      '<Note type={a}>\nSee **[it](x)**.\n</Note>\n\n<p id={b}>c <A d="e">f</A></p>',
      mdx,
    );
    expect(texts(document)).toEqual(['See it.', 'c f']);
    expect(document.links.map(({ url }) => url)).toEqual(['x']);
    expect(document.tags.map(({ name }) => name)).toEqual(['p', 'p']);
  });
});

describe('the configured site', () => {
  const source = '{{ a }} {% b %} {# c #} {{< d >}} [e]({static}/f) [g](h){.i}';
  test.each<[Site, string[]]>([
    ['none', []],
    ['astro', ['{.i}']],
    ['eleventy', ['{{ a }}', '{% b %}', '{# c #}', '{{< d >}}', '{.i}']],
    ['hugo', ['{{< d >}}', '{.i}']],
    ['jekyll', ['{{ a }}', '{% b %}', '{{< d >}}', '{.i}']],
    ['pelican', ['{static}', '{.i}']],
    ['docusaurus', ['{{ a }}', '{% b %}', '{# c #}', '{{< d >}}', '{static}', '{.i}']],
  ])('%s', (site, expected) => {
    expect(tags(source, { site })).toEqual(expected);
  });

  test('a file that ends in .mdx is MDX on every site but none', () => {
    expect(tags('{a}', { site: 'astro', path: 'a.mdx' })).toEqual(['{a}']);
    expect(tags('{a}', { site: 'none', path: 'a.mdx' })).toEqual([]);
  });

  test('Quarto has no output tags', () => {
    expect(tags('{{ a }} {{< b >}}', { path: 'a.qmd' })).toEqual(['{{< b >}}']);
  });
});

describe.each<['remark' | 'satteri']>([['remark'], ['satteri']])('seen through %s', (name) => {
  let parse: Parse = parseWithRemark;
  beforeAll(async () => {
    if (name === 'satteri') parse = await loadSatteri();
  });

  test.each<[string, string, string[]]>([
    ['tags make no emphasis', '{{ a_b }} c {{ d_e }}', ['\uFFFC c \uFFFC']],
    ['emphasis around a tag', '**{{ a }}** b', ['\uFFFC b']],
    ['tags are no cells', '| {{ a | b }} |\n| - |\n| c |', ['\uFFFC', 'c']],
    ['a tag alone parts paragraphs', 'a\n{% include b %}\nc', ['a', 'c']],
    ['output alone does not', 'a\n{{ b }}\nc', ['a \uFFFC c']],
    ['in a paragraph', 'a {% if b %}c{% endif %}', ['a \uFFFCc\uFFFC']],
    ['attributes are not read', '## A {#b}\n\nC [d](e){.f} g\n{: .h}', ['A', 'C d g']],
    ['a container is no paragraph', ':::note\na\n:::\nb', ['a', 'b']],
    ['a list in a container', ':::note\n- a\n- b\n:::', ['a', 'b']],
    ['shortcodes around text', '{{< a >}}\n**b** c\n{{< /a >}}', ['b c']],
    ['headings around a tag', '# {{ a }} b\n\n{{< c >}}\n\n## d', ['\uFFFC b', '\uFFFC', 'd']],
    ['an address with a tag', 'https://a.org/{{ b }}/c and {{ d }}/2024/e f', ['\uFFFC\uFFFC and \uFFFC f']],
    ['HTML around tags', '<p>a {{ "<b>" }} c</p>\n{% d %}\n<p>e</p>', ['a \uFFFC c', 'e']],
  ])('%s', (_name, source, expected) => {
    expect(texts(read(source, {}, parse))).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ['a target with spaces', '[a]({{< ref "b c.md" >}})', '{{< ref "b c.md" >}}', 'a'],
    ['a part of a target', '[a]({{ b | c }}/d#e "f")', '{{ b | c }}/d#e', 'a'],
    ['a tag', '[a]({% post_url 2024-05-01-b %})', '{% post_url 2024-05-01-b %}', 'a'],
    ['brackets in a tag', '[a {{ b["]"] }}]({{ c(")") }})', '{{ c(")") }}', 'a \uFFFC'],
    ['an image', '![a]({{ "b" | url }})', '{{ "b" | url }}', 'a'],
    ['a definition', '[a]\n\n[a]: {{< relref "b c" >}}', '{{< relref "b c" >}}', 'a'],
    ['HTML', '<a href="{{ b "c" }}/d">a</a>', '{{ b "c" }}/d', 'a'],
    ['an image in HTML', '<img alt="a" src="{% b "c" %}">', '{% b "c" %}', 'a'],
  ])('a link with a dynamic target: %s', (_name, source, url, text) => {
    const document = read(source, {}, parse);
    expect(document.links[0]).toMatchObject({ url, dynamic: true });
    expect(at(document, document.links[0]!.urlRange)).toBe(url);
    expect(document.links[0]!.text!.text).toBe(text);
  });

  test('a link behind a tag keeps its place', () => {
    const document = read('\uFEFF😀 {{ a }} {# b #} [c](d) {{ e }} [f](g)', {}, parse);
    expect(document.links.map(({ range }) => at(document, range))).toEqual(['[c](d)', '[f](g)']);
    expect(document.links.map(({ dynamic }) => dynamic)).toEqual([false, false]);
  });

  test('an address that runs into a tag is none', () => {
    expect(read('https://a.org/{{ b }} https://c.org', {}, parse).bareLinks).toMatchObject([
      { text: 'https://c.org' },
    ]);
  });

  test('blocks of nothing but tags are templates', () => {
    const source = '{{< a >}}\n\n{% include b %}\n\n- c\n  {% include d %}\n\n{# e #}\n\n:::f\ng\n:::';
    const kinds = read(source, {}, parse).blocks.map(({ kind, depth }) => `${kind} ${depth}`);
    expect(kinds).toEqual([
      'template 0',
      'template 0',
      'list 0',
      'item 1',
      'paragraph 2',
      'template 1',
      'paragraph 0',
    ]);
  });

  test('the tree has what was written', () => {
    const { tree } = read('a {{ b }} [c]({{ d }}) `e`', {}, parse);
    expect(JSON.stringify(tree)).toContain('"a {{ b }} "');
    expect(JSON.stringify(tree)).toContain('"url":"{{ d }}"');
  });
});

test('front matter with tags is read', () => {
  const document = read('---\ntitle: {{ a }}\nsummary: "{% b %} c"\n---\n\n{{ d }}\n');
  expect(document.frontMatter?.get('summary')?.value.text).toBe('{% b %} c');
});

test('comments of MDX are comments there alone', () => {
  expect(read('{/* a */}', mdx).comments).toMatchObject([{ kind: 'mdx' }]);
  expect(read('{/* a */}').comments).toEqual([]);
});

const pieces = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{{<',
    '>}}',
    '{{%',
    '%}}',
    '{%',
    '%}',
    '{#',
    '#}',
    '{/*',
    '*/}',
    '{',
    '}',
    ':::',
    '::a[',
    ']',
  ],
  ...[
    'raw',
    ' endraw ',
    '{% raw %}',
    '{% endraw %}',
    '{{< highlight >}}',
    '{{< /highlight >}}',
    '"',
    "'",
    '`',
  ],
  ...[
    '```',
    '~~~',
    '<A',
    '/>',
    '</A>',
    '<!--',
    '-->',
    '\\',
    '> ',
    '- ',
    '# ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '    ',
  ],
  ...[
    'a',
    ' ',
    '😀',
    '[TOC]',
    '[a](',
    ')',
    '{.b}',
    '{: c="d"}',
    'import a from "b"',
    'export const ',
    '|',
    '---',
  ],
);

test('whatever stands there, tags are ascending, apart and in bounds', () => {
  const text = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(null, ...sites),
      fc.constantFrom('a.md', 'a.mdx'),
      (source, site, path) => {
        const document = read(source, { path, ...(site && { site }) });
        let from = 0;
        for (const { start, end } of document.templates) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(source.length);
        expect(document.blocks.length + document.links.length).toBeGreaterThanOrEqual(0);
        for (const { range } of [...document.prose, ...document.links, ...document.bareLinks]) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(source.length);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('floods cost linear time', () => {
  const floods = [
    '{{',
    '{{<',
    '{{<"',
    '{%',
    '{#',
    '{/*',
    '{',
    '<A ',
    '<A"',
    '<A{',
    '`',
    '``` `',
    '{{ "',
    '{% raw %}',
  ];
  const more = [
    '{{< highlight x >}}{{< /b >}}{{< /highlight',
    'export const a = {\n\n',
    '{.a',
    '{: ',
    ':::\n',
    '{\n\n',
    '{a="b',
  ];
  test.each([...floods, ...more])('%j', (unit) => {
    for (const path of ['a.md', 'a.mdx']) {
      const source = unit.repeat(Math.ceil(500_000 / unit.length));
      const started = performance.now();
      findTemplates(source, 0, syntaxesOf(null, path, source, 0));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

test('a tag is found whether or not another is in the text', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '{/*',
      '*/}',
      '{: ',
      '{.a',
      '.b',
      '#c',
      'k=',
      '"v"',
      '-',
    ],
    ...[
      '{static}',
      '{tag}',
      '::',
      ':::',
      'note',
      '[',
      ']',
      'TOC',
      '[[_toc_]]',
      '$',
      '{toc}',
      '@def',
      'x',
      '/',
    ],
    ...['\n', '\n\n', '\r\n', ' ', '> ', '# ', '`', '```\n', '\u2028', '(', ')', '<', '\\'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const source = `\n\n${pieces.join('')}`;
      const [, ...behind] = findTemplates(`{{x}}${source}`, 0, syntaxesOf(null, 'post.md', '', 0));
      const found = findTemplates(source, 0, syntaxesOf(null, 'post.md', '', 0));
      const shifted = found.map((tag) => ({ ...tag, start: tag.start + 5, end: tag.end + 5 }));
      expect(shifted).toEqual(behind);
    }),
    { numRuns: 3_000 },
  );
});
