import { join, relative, sep } from 'node:path';
import { createDocument } from '../document/create.ts';
import type { Parse } from '../document/document.ts';
import { noPostSettings } from '../engine/settings.ts';
import { paced } from '../project/paced.ts';
import { factsOf } from '../series/collect.ts';
import type { PostFacts } from '../series/facts.ts';
import { learnLanguage } from '../series/learn-terms.ts';
import { inLanguage } from '../series/translations.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';

/** What is learned from: the posts of a folder, whatever a configuration says of them. */
export interface Archive {
  readonly posts: readonly PostFacts[];
  /** The language beside English that posts with such a path name their periods in; null for English alone. */
  languageOf(path: string): string | null;
}

/** Reads posts. What is no text, or no parser is given, teaches nothing. */
export async function readArchive(files: readonly string[], root: string, parse: Parse): Promise<Archive> {
  const posts: PostFacts[] = [];
  for await (const file of paced(files, 'reading')) posts.push(...readPost(file, root, parse, null));
  const titles = new Map<string, string[]>();
  for (const { path, title } of posts) {
    const { language } = inLanguage(path);
    const own = titles.get(language) ?? [];
    if (title) own.push(title.value);
    titles.set(language, own);
  }
  const learned = new Map([...titles].map(([mark, own]) => [mark, learnLanguage(own)?.language ?? null]));
  const languageOf = (path: string) => learned.get(inLanguage(path).language) ?? null;
  const reread: PostFacts[] = [];
  for await (const post of paced(posts, 'reading')) {
    const language = languageOf(post.path);
    reread.push(...(language === null ? [post] : readPost(join(root, post.path), root, parse, language)));
  }
  return { posts: reread, languageOf };
}

function readPost(file: string, root: string, parse: Parse, language: string | null): PostFacts[] {
  const text = textAt(file);
  if (text === null) return [];
  const path = relative(root, file).replaceAll(sep, '/');
  const document = createDocument({ source: text, path, parse, language });
  if (document.refusal) return [];
  return [factsOf(document, noPostSettings, [])];
}

/** Null where it is no text or cannot be read: init says what it learned, and lint what is wrong with a file. */
function textAt(file: string): string | null {
  try {
    const { text, problem } = decode(readBytes(file));
    return problem ? null : text;
  } catch {
    return null;
  }
}
