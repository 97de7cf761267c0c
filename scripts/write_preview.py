"""Write the picture of a shared link for which none was made ahead: the wordmark alone.

Usage: python -m scripts.write_preview. It changes only with the wordmark.
"""

from etl.chromium import chromium
from etl.figures.draw import picture, show_pictures
from samspil.paths import STATIC
from samspil.present.html import render
from samspil.present.preview import wordmark

FILE = STATIC / "preview.png"


def main() -> None:
    """Write the file."""
    with chromium() as browser:
        show_pictures(browser)
        FILE.write_bytes(picture(browser, render("preview_plain", wordmark=wordmark())))


if __name__ == "__main__":
    main()
