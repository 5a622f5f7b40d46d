import { relative, sep } from 'node:path';
import { createDocument } from '../document/create.ts';
import type { Parse } from '../document/document.ts';
import { noPostSettings } from '../engine/settings.ts';
import { factsOf } from '../series/collect.ts';
import type { PostFacts } from '../series/facts.ts';
import { learnLanguage } from '../series/learn-terms.ts';
import { decode } from '../workspace/decode.ts';
import { readBytes } from '../workspace/read.ts';

/** What is learned from: the posts of a folder, whatever a configuration says of them. */
export interface Archive {
  readonly posts: readonly PostFacts[];
  /** The language beside English that they name their periods in; null for English alone. */
  readonly language: string | null;
}

/** Reads posts. What is no text, or no parser is given, teaches nothing. */
export function readArchive(files: readonly string[], root: string, parse: Parse): Archive {
  const posts = files.flatMap((file) => readPost(file, root, parse, null));
  const titles = posts.flatMap(({ title }) => title?.value ?? []);
  const language = learnLanguage(titles)?.language ?? null;
  if (language === null) return { posts, language };
  return { posts: files.flatMap((file) => readPost(file, root, parse, language)), language };
}

function readPost(file: string, root: string, parse: Parse, language: string | null): PostFacts[] {
  const { text, problem } = decode(readBytes(file));
  if (problem) return [];
  const path = relative(root, file).replaceAll(sep, '/');
  const document = createDocument({ source: text, path, parse, language });
  if (document.refusal) return [];
  return [factsOf(document, noPostSettings, [])];
}
