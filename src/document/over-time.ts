/** Says that a parser was stopped at a text, because it took longer than it may. */
export class OverTime extends Error {
  /** @param seconds what it may take */
  constructor(readonly seconds: number) {
    super(`The parser takes longer than ${seconds} s.`);
  }
}
