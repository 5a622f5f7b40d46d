import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf, registeredDomain } from '../../src/document/host.ts';
import type { PostFacts } from '../../src/series/facts.ts';
import { domainsIn, hostsIn, secureHostsIn } from '../../src/series/linked-hosts.ts';

const address = fc
  .array(
    fc
      .constantFrom(
        'https:',
        'http:',
        'HTTPS:',
        'ftp:',
        '//',
        '/',
        'www.',
        'docs.rs',
        'rust-lang.org',
        ':443',
        '@',
      )
      .chain((part) => fc.constantFrom(part, `${part}?`, `${part}#`, `${part}\\`, `${part} `, `${part}/`)),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

test('the hosts of a post are those of each of its addresses', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 6 }), (addresses) => {
      const links = addresses.map((value) => ({ value, range: { start: 0, end: 0 } }));
      const post = { links } as unknown as PostFacts;
      const hosts = addresses.flatMap((one) => {
        const host = hostOf(one);
        return host ? [{ ...host, isSecure: /^https:\/\//i.test(one) && !host.hasPort }] : [];
      });
      const secure = hosts.filter(({ isSecure }) => isSecure);
      const domains = hosts.flatMap(({ name }) => registeredDomain(name) ?? []);
      expect(hostsIn(post)).toEqual([...new Set(hosts.map(({ name }) => name))]);
      expect(secureHostsIn(post)).toEqual([...new Set(secure.map(({ name }) => name))]);
      expect(domainsIn(post)).toEqual([...new Set(domains)]);
    }),
  );
});
