#!/bin/sh
# Gradescope runs this once, when the image of the autograder is made. Take away what your tasks do
# not need: Python and Java are for counters that learners write.
set -eu

apt-get update
apt-get install --yes --no-install-recommends libncursesw6 python3 default-jdk-headless

program=${AUTOGRADER:-/autograder}/source/geolearn
chmod 755 "$program"
"$program" --version || {
  echo "geolearn does not run here; build it with: swift build -c release --static-swift-stdlib" >&2
  exit 1
}
