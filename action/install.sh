#!/usr/bin/env bash
# Installs recaplint for the steps of action.yml, away from the checkout: no package, lockfile or registry setting
# of a pull request has a say in what is installed.
#
# Reads INPUT_VERSION, GITHUB_ACTION_PATH, RUNNER_TEMP. Writes `program`, the path of the program, to GITHUB_OUTPUT.
set -euo pipefail

fail() {
  echo "::error title=recaplint::$1"
  exit 2
}

if ! node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19) ? 0 : 1);
' 2>/dev/null; then
  fail 'recaplint needs Node 20.19, 22.13, 24 or newer: put actions/setup-node before this step.'
fi

version=$INPUT_VERSION
if [ -z "$version" ]; then
  version=$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
fi
# A version or tag, and nothing else that npm would install: no address, no folder, no alias.
if ! [[ $version =~ ^[0-9A-Za-z][0-9A-Za-z.+-]*$ ]]; then
  fail 'The input "version" must be a version of recaplint, such as 0.1.0.'
fi

folder=$(mktemp -d "$RUNNER_TEMP/recaplint-XXXXXX")
cd "$folder"
echo '{ "private": true }' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error "recaplint@$version" ||
  fail "recaplint@$version could not be installed; npm says why above."
echo "program=$folder/node_modules/recaplint/bin/recaplint.js" >>"$GITHUB_OUTPUT"
