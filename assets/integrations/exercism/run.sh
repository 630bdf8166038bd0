#!/bin/sh
# An Exercism-style test runner: run.sh SLUG INPUT OUTPUT. The slug is a task, such as task1.
# It ends with 0 whenever it has run; what came of that is in OUTPUT/results.json.
set -eu

[ $# -eq 3 ] || {
  echo "usage: run.sh SLUG INPUT OUTPUT" >&2
  exit 64
}
slug=$1
program=$(cd "$(dirname "$0")" && pwd)/geolearn
rules=$(dirname "$program")/course.yaml
mkdir -p "$3"
results=$(cd "$3" && pwd)/results.json
cd "$2"

GEOLEARN_STATE_DIR=$(mktemp -d)
export GEOLEARN_STATE_DIR
"$program" check "$slug" --format "exercism=$results" --exit-zero --policy "$rules"
