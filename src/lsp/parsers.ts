import { loadNamedParser, type NamedParser } from '../project/parser.ts';
import { RunError } from '../project/run-error.ts';
import type { Editor } from './editor.ts';
import type { EditorOptions } from './options.ts';

/** The parser that was asked for, or the one that there is; the log says which one it is. */
export async function parserFor(choice: EditorOptions['parser'], editor: Editor): Promise<NamedParser> {
  const parser = await loaded(choice, editor);
  editor.log(`Markdown is parsed by ${parser.name}.`);
  return parser;
}

async function loaded(choice: EditorOptions['parser'], editor: Editor): Promise<NamedParser> {
  try {
    return await loadNamedParser(choice, editor.tell);
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    editor.tell(`${error.message} remark is used instead.`);
    return loadNamedParser('remark', editor.tell);
  }
}
