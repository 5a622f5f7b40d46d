import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // testRule registers its tables with whatever runner is there.
    globals: true,
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seeded.ts'],
    // The end-to-end tests start processes; on two busy cores the default five seconds are too few.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
