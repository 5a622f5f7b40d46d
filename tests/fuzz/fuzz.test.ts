import { afterAll, describe, expect, test } from 'vitest';
import { loadCampaigns } from './campaigns.ts';
import { tryInputs } from './trial.ts';

// `npm run fuzz` tries other inputs, and many more.
const seed = Number(process.env.RECAPLINT_SEED ?? 20240507);

describe.each(await loadCampaigns())('campaign $name', (campaign) => {
  afterAll(() => campaign.end?.());

  test(campaign.promise, async () => {
    const { tried, failure } = await tryInputs(campaign, { seed, runs: campaign.runs, time: Infinity });
    const repeat = `npm run fuzz -- --only ${campaign.name} --seed ${seed} --path ${failure?.path}`;
    expect(failure && { ...failure, repeat }).toBeNull();
    expect(tried).toBe(campaign.runs);
  }, 300_000);
});
