#!/usr/bin/env bash
# Fuzzes the reader: seconds in all (1200), targets (all: text parts markup pdf compound marking frames).
# Ends with 0 where nothing was found; findings lie in target/fuzz/TARGET/findings. Needs JAVA_HOME of a JDK 25.
set -euo pipefail
cd "$(dirname "$0")"
mvn -o -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
exec "${JAVA_HOME:?}/bin/java" -cp "target/test-classes:target/classes:$(cat target/test-classpath)" \
  guidang.reader.fuzz.Fuzzing "${1:-1200}" "${@:2}"
