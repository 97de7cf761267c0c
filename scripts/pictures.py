"""Every page as a picture, at three widths and in both languages: make pictures."""

import sys
from pathlib import Path

from samspil.paths import PROJECT

sys.path.insert(0, str(PROJECT / "tests"))  # the server and the browser of the browser tests

from browser import layout
from browser.places import ADDRESSES, in_language
from browser.served import chromium, served

from samspil.present.i18n import LANGUAGES

WIDTHS = (1400, 768, 390)
PATIENCE = 60_000
"""Milliseconds until a page that does not come is given up."""


def main(folder: Path) -> None:
    """Write the pictures into the folder, named by page, width and language."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(PROJECT / "server.py") as at, chromium() as browser:
        for language in LANGUAGES:
            page = browser.new_page(locale="da-DK")
            page.set_default_timeout(PATIENCE)
            for name, address in ADDRESSES.items():
                page.goto(at + in_language(address, language))
                layout.whole(page)
                for width in WIDTHS:
                    layout.settle(page, width)
                    path = folder / f"{name}_{width}_{language}.png"
                    page.screenshot(path=path)
                    print(path)
            page.close()


main(Path(sys.argv[1]))
