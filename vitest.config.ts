import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The end-to-end tests start processes; on two busy cores the default five seconds are too few.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
