import { isUtf8 } from 'node:buffer';
import type { Finding } from '../engine/finding.ts';
import { notice } from '../engine/notices.ts';

/** A file's bytes as text, or why they are none. */
export interface Decoded {
  /** The text, BOM included; where `problem` is set, as much of it as can be shown. */
  readonly text: string;
  /** The finding `invalid-encoding`, or null. */
  readonly problem: Finding | null;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const replacement = '\uFFFD';

/** Decodes a post. Only UTF-8 without NUL characters is text; everything else is one finding at the first wrong byte. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return refused('', 0, 'The file is UTF-16; save it as UTF-8.');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const text = lenient.decode(bytes.subarray(0, nul));
    return refused(text, text.length, 'The file holds a NUL character: it is no text, or it is damaged.');
  }
  // For what is UTF-8 both say the same, a BOM included, and this one sooner.
  if (isUtf8(bytes))
    return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(), problem: null };
  const text = lenient.decode(bytes);
  const { index, offset } = firstWrongByte(text, bytes);
  const byte = bytes[offset]!.toString(16).toUpperCase();
  return refused(text, index, `Byte ${byte} does not belong to UTF-8 here; save the file as UTF-8.`);
}

function refused(text: string, at: number, message: string): Decoded {
  return { text, problem: notice('invalid-encoding', message, { start: at, end: at }) };
}

/** The place of the first wrong byte: in the leniently decoded text, and in the bytes. */
function firstWrongByte(text: string, bytes: Uint8Array): { index: number; offset: number } {
  let index = text.indexOf(replacement);
  let offset = Buffer.byteLength(text.slice(0, index));
  // A replacement character may also be written in the file as such, in three bytes.
  while (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) {
    const next = text.indexOf(replacement, index + 1);
    offset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  return { index, offset };
}
