import { createDocument } from '../document/create.ts';
import type { Document, Parse } from '../document/document.ts';
import type { PlacedPost } from './session.ts';

/** Reads a text as the settings of its post have it. */
export function documentOf(text: string, { path, resolved }: PlacedPost, parse: Parse): Document {
  const { language, site } = resolved.settings.post;
  return createDocument({ source: text, path, parse, language, site });
}
