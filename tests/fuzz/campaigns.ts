import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyCampaign } from './trial.ts';

/** Files of this folder that are campaigns or belong to one; the others run them. */
const files = readdirSync(import.meta.dirname).filter(
  (file) =>
    file.endsWith('.ts') &&
    !/\.(?:test|config)\.ts$/.test(file) &&
    !['campaigns.ts', 'long.ts'].includes(file),
);

/** Every campaign that a file of this folder exports, by name. */
export async function loadCampaigns(): Promise<AnyCampaign[]> {
  const found: AnyCampaign[] = [];
  for (const file of files) {
    const exported = (await import(join(import.meta.dirname, file))) as Record<string, unknown>;
    found.push(...Object.values(exported).filter(isCampaign));
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isCampaign(value: unknown): value is AnyCampaign {
  return (
    typeof value === 'object' && value !== null && 'promise' in value && 'inputs' in value && 'check' in value
  );
}
