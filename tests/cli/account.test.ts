import { beforeEach, expect, test } from 'vitest';
import { account, accountFor, beginAccounts, endAccounts } from '../../src/cli/account.ts';

beforeEach(beginAccounts);

test('a run that has done nothing says so', () => {
  expect(account()).toBe('nothing was written.');
  accountFor(() => null);
  expect(account()).toBe('nothing was written.');
});

test('what was done is told in order, as it stands when it is asked for, and each thing once', () => {
  let written = 0;
  const printing = () => 'not everything was printed';
  accountFor(() => (written === 0 ? null : `${written} posts were written`));
  accountFor(printing);
  expect(account()).toBe('not everything was printed.');
  written = 40;
  accountFor(printing);
  accountFor(() => 'not everything was printed');
  accountFor(() => '"out" was written');
  expect(account()).toBe('40 posts were written; not everything was printed; "out" was written.');
});

test('a run that is over says no more than that once all is printed', () => {
  let left = 1;
  accountFor(() => 'not everything was printed');
  endAccounts('the run was over', () => left === 0);
  expect(account()).toBe('not everything was printed.');
  left = 0;
  expect(account()).toBe('the run was over.');
});

test('between two runs nothing is said, and the next one has its own account', () => {
  accountFor(() => '"out" was written');
  endAccounts(null);
  expect(account()).toBeNull();
  beginAccounts();
  expect(account()).toBe('nothing was written.');
});
