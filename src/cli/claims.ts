/** How many posts a thread takes at once: what it found in them is one message. */
const atOnce = 4;

/** A number that threads share: how many posts have been taken. */
export function noneTaken(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** Takes posts, by their indexes, until none is left. Each is given once, to whichever thread asks first. */
export function* takeIndexes(taken: SharedArrayBuffer, posts: number): Iterable<readonly number[]> {
  const counter = new Int32Array(taken);
  for (;;) {
    const first = Atomics.add(counter, 0, atOnce);
    if (first >= posts) return;
    yield Array.from({ length: Math.min(atOnce, posts - first) }, (_, index) => first + index);
  }
}
