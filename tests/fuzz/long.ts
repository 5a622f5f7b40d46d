import { openSync, writeFileSync, writeSync } from 'node:fs';
import { test } from 'vitest';
import { loadCampaigns } from './campaigns.ts';
import { type AnyCampaign, tryInputs, type Verdict } from './trial.ts';

/** What `scripts/fuzz.mjs` wants of this process. */
interface Order {
  /** Where the answer is written, as JSON. */
  readonly answer: string;
  /** Where it is said, before each input, which it is and how many were tried. */
  readonly status: string;
  /** Absent: the names of all campaigns are wanted. */
  readonly name?: string;
  readonly seed: number;
  readonly runs: number | null;
  /** Milliseconds. */
  readonly time: number | null;
  readonly path?: string;
  /** Whether the input at the path is wanted and not tried. */
  readonly show: boolean;
}

/** Inputs of one seed: to repeat one of them, all before it are made again. */
const batch = 1_000;

const order = JSON.parse(process.env.RECAPLINT_FUZZ!) as Order;

test('campaign', async () => {
  const campaigns = await loadCampaigns();
  const campaign = campaigns.find(({ name }) => name === order.name);
  const answer = campaign
    ? await (order.show ? inputAt(campaign) : search(campaign))
    : campaigns.map(({ name, promise }) => ({ name, promise }));
  await campaign?.end?.();
  writeFileSync(order.answer, JSON.stringify(answer));
});

/** Tries batches, each from the next seed, until there is a failure or enough is tried. */
async function search(campaign: AnyCampaign): Promise<Verdict & { seed: number }> {
  const status = openSync(order.status, 'w');
  const ends = performance.now() + (order.time ?? Infinity);
  let total = 0;
  for (let seed = order.seed; ; seed++) {
    const starting = (tried: number) =>
      writeSync(status, JSON.stringify({ seed, index: tried, tried: total + tried }).padEnd(80), 0);
    const runs = order.path === undefined ? Math.min(batch, (order.runs ?? Infinity) - total) : 1;
    const time = ends - performance.now();
    const verdict = await tryInputs(campaign, { seed, runs, time, starting, ...pathOf(order) });
    total += verdict.tried;
    const isOver = order.path !== undefined || total >= (order.runs ?? Infinity) || performance.now() >= ends;
    if (verdict.failure || isOver) return { ...verdict, tried: total, seed };
  }
}

/** The input that hung or ended its process, which is made and not tried. */
async function inputAt(campaign: AnyCampaign): Promise<unknown> {
  let last: unknown;
  const shown = {
    ...campaign,
    check(input: unknown) {
      last = input;
    },
  };
  await tryInputs(shown, { seed: order.seed, runs: Number(order.path) + 1, time: Infinity });
  return last;
}

function pathOf({ path }: Order): { path?: string } {
  return path === undefined ? {} : { path };
}
