import type { Edit } from './rule.ts';

/** A step through a text from its start: so many characters stay or go, or some come in. */
type Step =
  | { readonly kind: 'keep' | 'remove'; readonly length: number }
  | { readonly kind: 'insert'; readonly text: string };

/**
 * Makes of two lists of edits one that does the same at once. Linear in the edits; edits that touch become one, and one
 * that changes nothing is left out.
 *
 * @param first made for a text, ascending, not overlapping
 * @param second made for the text that the first ones give, likewise
 * @returns edits of the first text, ascending, not overlapping
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const joined = new JoinedEdits();
  const made = new Steps(first);
  const then = new Steps(second);
  for (;;) {
    const one = made.next;
    const two = then.next;
    if (one.kind === 'remove') {
      joined.remove(one.length);
      made.advance(one.length);
    } else if (two.kind === 'insert') {
      joined.insert(two.text);
      then.advance(two.text.length);
    } else {
      const length = Math.min(one.kind === 'insert' ? one.text.length : one.length, two.length);
      if (length === Number.POSITIVE_INFINITY) return joined.edits();
      if (one.kind === 'insert') {
        if (two.kind === 'keep') joined.insert(one.text.slice(0, length));
      } else if (two.kind === 'keep') joined.keep(length);
      else joined.remove(length);
      made.advance(length);
      then.advance(length);
    }
  }
}

/** The steps that edits are, ending in one that keeps whatever follows. */
class Steps {
  readonly #steps: Step[] = [];
  #at = 0;
  /** How much of the present step is done. */
  #done = 0;

  constructor(edits: readonly Edit[]) {
    let from = 0;
    for (const { range, text } of edits) {
      if (range.start > from) this.#steps.push({ kind: 'keep', length: range.start - from });
      if (range.end > range.start) this.#steps.push({ kind: 'remove', length: range.end - range.start });
      if (text !== '') this.#steps.push({ kind: 'insert', text });
      from = range.end;
    }
    this.#steps.push({ kind: 'keep', length: Number.POSITIVE_INFINITY });
  }

  /** What is left of the present step. */
  get next(): Step {
    const step = this.#steps[this.#at]!;
    if (this.#done === 0) return step;
    if (step.kind === 'insert') return { kind: 'insert', text: step.text.slice(this.#done) };
    return { kind: step.kind, length: step.length - this.#done };
  }

  advance(length: number): void {
    const step = this.#steps[this.#at]!;
    const whole = step.kind === 'insert' ? step.text.length : step.length;
    this.#done += length;
    if (this.#done < whole) return;
    this.#at++;
    this.#done = 0;
  }
}

/** Edits that are put together step by step; whatever is not parted by something kept is one edit. */
class JoinedEdits {
  readonly #edits: Edit[] = [];
  #start = 0;
  #end = 0;
  #text = '';

  keep(length: number): void {
    this.#close();
    this.#start = this.#end + length;
    this.#end = this.#start;
  }

  remove(length: number): void {
    this.#end += length;
  }

  insert(text: string): void {
    this.#text += text;
  }

  edits(): Edit[] {
    this.#close();
    return this.#edits;
  }

  #close(): void {
    if (this.#end > this.#start || this.#text !== '')
      this.#edits.push({ range: { start: this.#start, end: this.#end }, text: this.#text });
    this.#start = this.#end;
    this.#text = '';
  }
}
