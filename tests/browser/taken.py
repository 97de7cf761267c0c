"""What a reader has downloaded, read back."""

import csv
import io
from pathlib import Path

from samspil.present.export import DIALECTS


def menu(page, within="body"):
    """What a figure hands out, opened: the dialog, when its first part is there."""
    page.locator(within).get_by_role("button", name="Del og hent").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Citér").wait_for()
    return dialog


def previewed(dialog):
    """Wait until the picture is shown as it will be saved."""
    dialog.locator(".frame img:not(.waits)").wait_for()


def choose(dialog, form):
    """Choose a form of picture by its name, and wait until it is shown."""
    dialog.get_by_role("radio", name=form).check(force=True)
    previewed(dialog)


def rows_of(download, language="da"):
    """The rows of a CSV file as its country's spreadsheets read it, by their headings."""
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=DIALECTS[language].separator))


def number(text):
    """A number with a decimal comma; None where nothing is."""
    return float(text.replace(",", ".")) if text else None
