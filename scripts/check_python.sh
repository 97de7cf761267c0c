#!/bin/sh
# Whether the given Python can make the environment; where it cannot, say what to install.
set -eu
python=$1
refuse() {
    echo "$1 and try again." >&2
    exit 1
}
command -v "$python" >/dev/null 2>&1 ||
    refuse "Samspil needs Python 3.11 or newer: install it (Debian: apt-get install python3 python3-venv)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    refuse "Samspil needs Python 3.11 or newer: install one, name it (make PYTHON=python3.12 …)"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    refuse "This Python cannot make environments: install its venv module (Debian: apt-get install python3-venv)"
