#!/usr/bin/env bash
# The journal alone (JournalBench, among the server's tests): processes, clients of each, seconds, seconds of warm-up.
# `mvn -pl backend/server -am test-compile` first. Needs JAVA_HOME of a JDK 25.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -o -q -pl backend/server dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
data=$(mktemp -d "${TMPDIR:-/tmp}/journal-bench.XXXXXX"); trap 'rm -rf "$data"' EXIT
"${JAVA_HOME:?}/bin/java" -Dlogging.level.root=WARN -cp "backend/server/target/test-classes:backend/server/target/classes:$(cat backend/server/target/classpath)" \
  guidang.server.journal.JournalBench "$data" "${1:-3}" "${2:-256}" "${3:-20}" "${4:-20}"
