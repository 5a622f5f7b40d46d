#!/usr/bin/env bash
# Runs recaplint for the step of action.yml.
#
# Reads RECAPLINT (the program), the inputs as INPUT_…, PULL_REQUEST_BASE, PULL_REQUEST_HEAD and RUNNER_TEMP. Writes `exit-code` and
# `report` to GITHUB_OUTPUT. Ends with the exit code of recaplint.
set -euo pipefail

fail() {
  echo "::error title=recaplint::$1"
  echo 'exit-code=2' >>"$GITHUB_OUTPUT"
  exit 2
}

report=$(mktemp -d "$RUNNER_TEMP/recaplint-XXXXXX")/findings.json
arguments=(--format "json=$report")

# Option and value are one argument, so that a value is never taken for an option.
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  if [ -n "$line" ]; then arguments+=("--format=$line"); fi
done <<<"$INPUT_FORMAT"

if [ -n "$INPUT_CONFIG" ]; then arguments+=("--config=$INPUT_CONFIG"); fi
if [ -n "$INPUT_FAIL_ON" ]; then arguments+=("--fail-on=$INPUT_FAIL_ON"); fi
if [ -n "$INPUT_MAX_WARNINGS" ]; then arguments+=("--max-warnings=$INPUT_MAX_WARNINGS"); fi

case $INPUT_CODE in
  true) ;;
  false | '') arguments+=(--no-code) ;;
  *) fail 'The input "code" must be true or false.' ;;
esac

# What actions/checkout takes of a pull request is its merge into the other branch as that is now. Its first parent is
# newer than the base that the event names where the branch has moved on, and what came to it meanwhile is not asked about.
pull_request_base() {
  if [ -n "$PULL_REQUEST_HEAD" ] && [ "$(git rev-parse --verify --quiet 'HEAD^2')" = "$PULL_REQUEST_HEAD" ]; then
    echo 'HEAD^1'
  else
    echo "$PULL_REQUEST_BASE"
  fi
}

# Outside of pull requests there is no base, and "auto" is everything.
since=$INPUT_SINCE
if [ "$since" = auto ]; then since=$(pull_request_base); fi
if [ -n "$since" ]; then arguments+=("--since=$since"); fi

# With "./" before it, no path is taken for an option or for a command.
arguments+=(--)
while IFS= read -r line || [ -n "$line" ]; do
  line=${line%$'\r'}
  case $line in
    '') ;;
    /* | ./* | ../* | [A-Za-z]:[\\/]*) arguments+=("$line") ;;
    *) arguments+=("./$line") ;;
  esac
done <<<"$INPUT_PATHS"

code=0
node "$RECAPLINT" "${arguments[@]}" || code=$?
{
  echo "exit-code=$code"
  echo "report=$report"
} >>"$GITHUB_OUTPUT"
exit "$code"
