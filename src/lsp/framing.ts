import { Transform } from 'node:stream';
import { visible } from '../reporters/visible.ts';

// Two lines of some forty characters are usual.
const longestHead = 4096;
// A text of which a post may have 1 MiB; `didOpen` of other files may be longer.
const longestBody = 64 * 1024 * 1024;

const endOfHead = Buffer.from('\r\n\r\n');

/**
 * Lets messages through whose length is certain, their heads in one piece. Behind any other, nobody knows where the next
 * one starts: the library would wait for it for ever, and so would the editor.
 *
 * @param broken is told what is wrong, once; nothing is let through from then on
 */
export function framedMessages(broken: (reason: string) => void): Transform {
  let head = Buffer.alloc(0);
  let rest = 0;
  let isBroken = false;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      for (let bytes = chunk; bytes.length > 0 && !isBroken; ) bytes = rest > 0 ? body(bytes) : start(bytes);
      done();
    },
  });
  /** Takes what belongs to the body of a message; gives what follows it. */
  function body(bytes: Buffer): Buffer {
    const own = bytes.subarray(0, rest);
    rest -= own.length;
    stream.push(own);
    return bytes.subarray(own.length);
  }
  /** The same of its head. */
  function start(bytes: Buffer): Buffer {
    const known = head.length;
    head = Buffer.concat([head, bytes.subarray(0, longestHead + endOfHead.length - known)]);
    const end = head.indexOf(endOfHead, Math.max(0, known - endOfHead.length));
    if (end < 0) {
      if (head.length > longestHead) refuse('the head of one does not end');
      return bytes.subarray(head.length - known);
    }
    const whole = head.subarray(0, end + endOfHead.length);
    const length = lengthIn(whole.toString('latin1', 0, end));
    head = Buffer.alloc(0);
    if (typeof length === 'string') refuse(length);
    else {
      rest = length;
      stream.push(whole);
    }
    return bytes.subarray(whole.length - known);
  }
  function refuse(reason: string): void {
    isBroken = true;
    broken(reason);
  }
  return stream;
}

/** Bytes of the body that a head announces, or what is wrong with it. */
function lengthIn(head: string): number | string {
  const found = head.split('\r\n').flatMap((line) => {
    const [name, ...value] = line.split(':');
    return /^content-length$/i.test(name!.trim()) ? [value.join(':').trim()] : [];
  });
  if (found.length !== 1) return `one has ${found.length === 0 ? 'no length' : 'several lengths'}`;
  if (!/^\d{1,15}$/.test(found[0]!)) return `"${visible(found[0]!.slice(0, 40))}" is no length`;
  const length = Number(found[0]);
  return length > longestBody ? `one has ${length} bytes, and at most ${longestBody} are read` : length;
}
