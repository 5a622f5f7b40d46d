import type { Document } from './document.ts';

/** Whether a post says of itself that it is not published yet, or lies where drafts and models of posts do. */
export function isUnpublished({ frontMatter, path }: Document): boolean {
  const says = (key: string) => frontMatter?.get(key)?.value.text.toLowerCase() ?? '';
  if (says('draft') === 'true' || says('published') === 'false') return true;
  if (/^(?:draft|hidden|scheduled)$/.test(says('status'))) return true;
  return modelFolder.test(path) || modelName.test(path);
}

const modelFolder = /(?:^|\/)(?:[._]?drafts?|[._]?templates?|archetypes|examples?)\//i;
const modelName = /(?:^|[/._ -])template[._ -][^/]*$/i;
