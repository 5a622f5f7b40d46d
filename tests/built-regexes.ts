import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { root } from './e2e/run.ts';

/** Where a script makes a regular expression of text. */
export interface Call {
  readonly file: string;
  readonly line: number;
}

/** Every `new RegExp` and `RegExp(` of the program. */
export function calls(): Call[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      linesOf(readFileSync(join(root, 'src', file), 'utf8')).map((line) => ({ file: `src/${file}`, line })),
    );
}

/** The lines in which a script makes regular expressions of text. */
export function linesOf(code: string): number[] {
  if (!code.includes('RegExp(')) return [];
  const lines: number[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, callee, start } = node as { type?: string; callee?: { name?: string }; start?: number };
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') {
      lines.push(code.slice(0, start).split('\n').length);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: 'ts' }, 'a.ts').body);
  return lines;
}

/** Tells of each regular expression that is made of text, and by which line of the program, until what it returns is called. */
export function watch(made: (pattern: RegExp, call: Call) => void): () => void {
  const before = globalThis.RegExp;
  const tell = (pattern: RegExp): RegExp => {
    const at = new Error().stack?.split('\n').find((line) => /[\\/]src[\\/]/.test(line));
    const [, file, line] = /[\\/](src[\\/].*?\.ts)\S*?:(\d+):\d+\)?$/.exec(at ?? '') ?? [];
    if (file) made(pattern, { file: file.replaceAll('\\', '/'), line: Number(line) });
    return pattern;
  };
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, [source, flags], self) => tell(Reflect.construct(target, [source, flags], self)),
    apply: (target, _, [source, flags]) => tell(target(source, flags)),
  });
  return () => {
    globalThis.RegExp = before;
  };
}
