#!/usr/bin/env bash
# Checks the model of the write protocol. Needs spin and a C compiler; about ten seconds.
# Safety, then that every replica ends under weak fairness; then that the model finds the mistake it is there for.
set -euo pipefail
model=$(cd "$(dirname "$0")" && pwd)/journal.pml
for tool in spin gcc; do
  command -v "$tool" >/dev/null || { echo "docs/model: $tool is missing, the model is not checked" >&2; [ "${CI:-}" != true ]; exit; }
done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

run() { # name, expected errors, spin flags, compiler flags, checker flags
  mkdir "$1"; cd "$1"
  # shellcheck disable=SC2086
  { spin $3 -a "$model" >/dev/null; gcc -O2 $4 -o check pan.c; ./check $5 >out 2>&1 || true; }
  printf '%-12s %s, %s\n' "$1" "$(grep -o 'errors: [0-9]*' out)" "$(grep -o '[0-9.e+]* states, stored' out | head -1)"
  grep -q "errors: $2" out || { cat out; echo "docs/model: $1 should have ended with errors: $2" >&2; exit 1; }
  cd ..
}
run safety 0 "" "-DSAFETY -DNOCLAIM" "-m100000 -w24"
run ends 0 "" "-DNFAIR=8" "-a -f -m200000 -w24 -N ends"
run mistake 1 "-DSAME_BATCH_ONE_FURTHER" "-DSAFETY -DNOCLAIM" "-m100000 -w24"
