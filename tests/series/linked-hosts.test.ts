import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostOf, registeredDomain } from '../../src/document/host.ts';
import type { PostFacts } from '../../src/series/facts.ts';
import { domainsIn, hostsIn, insecureHostsIn, secureHostsIn } from '../../src/series/linked-hosts.ts';

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
        const scheme = /^https?(?=:\/\/)/i.exec(one)?.[0].toLowerCase();
        return host ? [{ name: host.name, scheme: host.hasPort ? undefined : scheme }] : [];
      });
      const linkedBy = (scheme: string) =>
        new Set(hosts.filter((host) => host.scheme === scheme).map(({ name }) => name));
      const domains = hosts.flatMap(({ name }) => registeredDomain(name) ?? []);
      expect(hostsIn(post)).toEqual([...new Set(hosts.map(({ name }) => name))]);
      expect(secureHostsIn(post)).toEqual([...linkedBy('https')]);
      expect(insecureHostsIn(post)).toEqual([...linkedBy('http')]);
      expect(domainsIn(post)).toEqual([...new Set(domains)]);
    }),
  );
});
