#!/usr/bin/env node
try {
  require.resolve('../dist/launch.cjs');
} catch {
  process.stderr.write(
    'recaplint is not built here: run `node scripts/build.mjs` in its folder, after `npm ci --ignore-scripts`.\n',
  );
  process.exit(2);
}
require('../dist/launch.cjs');
