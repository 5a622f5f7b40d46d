import { defineConfig } from 'vitest/config';

// `npm run fuzz` starts this for each campaign, in a process of its own, and ends what hangs.
export default defineConfig({
  test: {
    include: ['tests/fuzz/long.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    reporters: [['default', { summary: false }]],
  },
});
