/** What was asked for cannot be done, for a reason that its user can mend. */
export class RunError extends Error {
  override readonly name = 'RunError';
}
