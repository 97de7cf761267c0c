#!/bin/sh
# The browser tests need Chromium: install it where that is allowed, else say what to install.
set -eu
found() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return
    done
    return 1
}
install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core
}
found && exit 0
echo "Installing Chromium for the browser tests, where that is allowed …"
install >/dev/null 2>&1 || true
found && exit 0
echo "The browser tests need Chromium: install it (Debian: apt-get install chromium) and try again." >&2
exit 1
