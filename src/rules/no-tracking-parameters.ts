import * as z from 'zod/mini';
import { type Address, addressesOf } from '../document/addresses.ts';
import { hostOf, isSampleHost } from '../document/host.ts';
import { type Parameter, type Purpose, parametersOf, purposeOf } from '../document/tracking.ts';
import { defineRule, type Edit, type Fix, type Problem } from '../engine/rule.ts';

interface Options {
  allow: string[];
  add: string[];
}

export default defineRule<Purpose, Options>({
  id: 'no-tracking-parameters',
  summary: 'Disallow address parameters that only tell who led a reader there.',
  category: 'links',
  recommended: 'warn',
  fixes: 'sometimes',
  options: z.strictObject({
    allow: z
      ._default(z.array(z.string()), [])
      .check(z.describe('Names of parameters that may stay, such as those of your own campaigns.')),
    add: z
      ._default(z.array(z.string()), [])
      .check(z.describe('Names of further parameters that are reported as tracking.')),
  }),
  messages: {
    tracking:
      'The page is the same without {names}, which only {tell} where a reader came from: delete {it} from the address.',
    referrer:
      'The page is the same without {names}, which only {tell} where a reader came from: delete {it} from the address unless it is meant to.',
    affiliate:
      'The page is the same without {names}, which {credit} someone with the visit or the sale: delete {it} from the address unless it is meant to.',
  },
  *check(document, { allow, add }) {
    if (!document.source.includes('?')) return;
    const allowed = new Set(allow.map((name) => name.toLowerCase()));
    const added = new Set(add.map((name) => name.toLowerCase()));
    for (const address of addressesOf(document)) {
      if (!address.url.includes('?')) continue;
      const host = hostOf(address.url)?.name;
      if (host === undefined || isSampleHost(host) || isArchived(address.url)) continue;
      const purpose = ({ name, value }: Parameter): Purpose | null => {
        if (allowed.has(name.toLowerCase()) || isEmbedded(name, address)) return null;
        return added.has(name.toLowerCase()) ? 'tracking' : purposeOf(name, value, host);
      };
      yield* addressProblems(address, document.source, purpose);
    }
  },
});

/** Whether Twitter itself wrote it: posts that are embedded come as HTML with it. */
function isEmbedded(name: string, { kind }: Address): boolean {
  return kind === 'html' && name === 'ref_src';
}

/** An address inside another one, as archives write it, is a name that must stay as it is. */
function isArchived(url: string): boolean {
  const behind = url.slice('https://'.length);
  return behind[behind.search(/\/https?:\/\/|[?#]/i)] === '/';
}

/** One problem for each run of neighbours with the same purpose. */
function* addressProblems(
  address: Address,
  source: string,
  purposeOfParameter: (parameter: Parameter) => Purpose | null,
): Iterable<Problem<Purpose>> {
  const written = source.slice(address.range.start, address.range.end);
  const parameters = parametersOf(written);
  const purposes = parameters.map(purposeOfParameter);
  for (let first = 0; first < parameters.length; first++) {
    const purpose = purposes[first];
    if (!purpose) continue;
    let last = first;
    while (purposes[last + 1] === purpose) last++;
    const { start } = address.range;
    const range = {
      start: start + parameters[first]!.range.start,
      end: start + parameters[last]!.range.end,
    };
    const run = parameters.slice(first, last + 1);
    yield {
      message: purpose,
      data: wording(run),
      range,
      fix: removal(address, written, parameters, first, last, purpose),
    };
    first = last;
  }
}

function wording(run: readonly Parameter[]): Record<string, string> {
  const names = [...new Set(run.map(({ name }) => `\`${name}\``))];
  const isOne = names.length === 1;
  const list = isOne ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return {
    names: list,
    tell: isOne ? 'tells' : 'tell',
    credit: isOne ? 'credits' : 'credit',
    it: isOne ? 'it' : 'them',
  };
}

/** Deletes a run of parameters with one sign beside it: the one behind, so that the `?` stays, else the one before. */
function removal(
  { range, twin }: Address,
  written: string,
  parameters: readonly Parameter[],
  first: number,
  last: number,
  purpose: Purpose,
): Fix | undefined {
  // The parameters behind an address that is itself a parameter may be its own.
  if (/=https?:\/\//i.test(written)) return undefined;
  const next = parameters[last + 1];
  const cut = next
    ? { start: parameters[first]!.range.start, end: next.range.start }
    : { start: parameters[first]!.signStart, end: parameters[last]!.range.end };
  const places = [range, ...(twin ? [twin] : [])].sort((a, b) => a.start - b.start);
  const edits = places.map(({ start }): Edit => {
    return { range: { start: start + cut.start, end: start + cut.end }, text: '' };
  });
  const safety = purpose === 'tracking' ? 'safe' : 'unsafe';
  return {
    title: `Delete \`${written.slice(parameters[first]!.range.start, parameters[last]!.range.end)}\``,
    safety,
    edits,
  };
}
