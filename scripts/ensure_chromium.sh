#!/bin/sh
# The browser tests need Chromium: install it where that is allowed, else say what to install.
set -eu
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core >/dev/null
else
    echo "The browser tests need Chromium: install it (Debian: apt-get install chromium) and try again." >&2
    exit 1
fi
