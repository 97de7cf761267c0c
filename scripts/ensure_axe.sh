#!/bin/sh
# axe-core for the accessibility tests: from npm's archive, checked against its sum, kept in .cache/.
# The tests need the file alone, no Node. Where npm is missing, npm_config_registry names the archive.
set -eu
version=4.14.1
sum=e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745
into=.cache/axe-core-$version.js
[ -s "$into" ] && exit 0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
packed=$folder/axe-core-$version.tgz
fetch() {
    if command -v npm >/dev/null 2>&1; then
        (cd "$folder" && npm pack --silent "axe-core@$version")
    elif [ -n "${npm_config_registry:-}" ]; then
        curl --fail --silent --location --output "$packed" \
            "${npm_config_registry%/}/axe-core/-/axe-core-$version.tgz"
    fi
}
fetch >/dev/null 2>&1 || true
if [ ! -s "$packed" ]; then
    echo "The accessibility tests need axe-core: let npm fetch it (install npm, or set" \
        "npm_config_registry) and try again." >&2
    exit 1
fi
if ! echo "$sum  $packed" | sha256sum --check --status; then
    echo "axe-core $version from npm's archive is not the file that was reviewed: nothing is used." >&2
    exit 1
fi
mkdir -p .cache
tar -xzf "$packed" -C "$folder" package/axe.min.js
mv "$folder/package/axe.min.js" "$into"
