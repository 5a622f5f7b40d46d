/**
 * What a stranger may write to be obeyed by what shows it: a terminal, the log of a CI system, a parser of XML, HTML or
 * JSON, a renderer of Markdown, a shell.
 */
export const acting = [
  '\u001B[2J\u001B]0;title\u0007',
  '\u001B]8;;http://evil.test/\u001B\\link\u001B]8;;\u001B\\',
  '\u001B]52;c;ZXZpbA==\u0007',
  '\u001BP+q\u001B\\',
  '\u009B31m\u009D0;t\u009C\u0085',
  '\b\b\u000B\u000C\u007F',
  '\u202Ereversed\u202C \u2066a\u2069 \u200F\u061C',
  '\u2028::debug::\u2029',
  ' ::add-mask::x',
  '##[error]x ##[add-mask]y',
  '##vso[task.setvariable variable=a]b',
  '%0A::error::x%0D%1B',
  ']]><x a="\'">&amp;</failure>',
  '</script><script>alert(1)</script><!-- -->',
  '<img src=http://evil.test/a.png onerror=alert(1)>',
  '![a](http://evil.test/b.png) [b](command:evil?%5B%5D) <javascript:alert(1)>',
  '@someone #12 https://evil.test/',
  '{{constructor}} $(id) `id`',
  '\uFFFE\uFEFF',
].join(' ');

/** The same with what begins new lines, for places that take them. */
export const actingLines = `${acting}\r::error file=a.md::b\r\n::warning::c\n::stop-commands::d\n##[group]e`;

/** The same as part of the name of a file: no slash, no NUL, and not too many bytes. */
export const actingName =
  '\u001B[2J\u009B31m\u202E\u2028\r::error::x\n::add-mask::y ##[group]z ##vso[task.x]a%0A<img src=b>]]>&[c](command:d)`$(id)`@e';
