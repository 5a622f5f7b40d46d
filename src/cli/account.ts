/** What a run has done with one thing: a clause without its full stop; null where nothing came of it so far. */
export type Account = () => string | null;

const accounts = new Set<Account>();
let end: Account | null = null;

/** A run starts: it has nothing to say of what runs before it in this process have done. */
export function beginAccounts(): void {
  accounts.clear();
  end = null;
}

/** From now on an interrupted run says this as well. It is asked when that happens. */
export function accountFor(account: Account): void {
  accounts.add(account);
}

/**
 * The run is over.
 *
 * @param words what is said from now on; null for silence
 * @param isPrinted whether nothing is left to be printed: until then the accounts stand
 */
export function endAccounts(words: string | null, isPrinted: () => boolean = () => true): void {
  end = () => (isPrinted() ? words : told());
}

/** What a run that is interrupted now has to say, as a sentence; null: nothing. */
export function account(): string | null {
  const said = end === null ? told() : end();
  return said && `${said}.`;
}

function told(): string {
  const clauses = new Set([...accounts].flatMap((one) => one() ?? []));
  return [...clauses].join('; ') || 'nothing was written';
}
