import type { Mark } from './model.ts';

/** Elements whose text is no prose but stands for something, as code does. */
export const opaqueElements = new Set(['code', 'kbd', 'samp', 'var', 'tt']);
/** Elements whose text is not shown, or not as text. */
export const hiddenElements = new Set([
  'script',
  'style',
  'template',
  'textarea',
  'select',
  'svg',
  'math',
  'title',
  'iframe',
  'object',
  'video',
  'audio',
  'canvas',
]);
/** Elements that stand for something to look at or hear. */
export const embeddedElements = new Set(['video', 'audio', 'canvas', 'embed', 'iframe', 'object']);
/** Elements that format their text, as Markdown does too. */
export const markElements: Readonly<Record<string, Mark['kind']>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  u: 'underline',
  ins: 'underline',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
};
