"""What stands under a page on paper alone: name, source, release and address."""

from components import address
from components.state import ask, opened, translate, warehouse
from components.text import show
from samspil.present.citation import source_line, version
from samspil.warehouse.queries import snapshots


def paper() -> None:
    """Draw the line that a printed page ends with; a screen does not show it."""
    t, build, read = translate(), warehouse().build, ask(snapshots)
    show(
        "paper",
        name="Samspil",
        source=t("Kilde: {source}").format(source=source_line(build, read, t)),
        release=version(opened().edition, build.id, t),
        address=address.lasting(),
    )
