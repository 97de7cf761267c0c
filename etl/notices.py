"""corrections.json: what of a release has been corrected since it was frozen."""

from contextlib import closing

from etl.errors import DataError
from etl.say import Say
from samspil.files import replace_file
from samspil.warehouse.builds import Warehouse, WarehouseError, newest_build, open_warehouse
from samspil.warehouse.notices import as_bytes
from samspil.warehouse.releases import NOTICES, Release, corrected_since, releases


def write_notices(say: Say) -> None:
    """Write for every release what the newest build holds as corrected since; no frozen file.

    A release that is not what was frozen is told. Neither it nor one that cannot be written keeps
    the others from theirs.

    Raises:
        DataError: a file cannot be written; it stays as it was. Of several the newest release is
            named here, and the others are told.
        WarehouseError: there is no newest build that can be read.
    """
    frozen = releases()
    if not frozen:
        return
    unwritten: list[DataError] = []
    with closing(open_warehouse(newest_build())) as newest:
        for release in frozen:
            try:
                _write(release, newest, say)
            except WarehouseError as error:
                say(str(error))
            except DataError as error:
                unwritten.append(error)
    for other in unwritten[1:]:
        say(str(other))
    if unwritten:
        raise unwritten[0]


def _write(release: Release, newest: Warehouse, say: Say) -> None:
    rows = corrected_since(release, newest)
    content = as_bytes(release.name, rows)
    path = release.folder / NOTICES
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        replace_file(path, content)
    except OSError as error:
        where = f"release {release.name}: {NOTICES} cannot be written"
        raise DataError(f"{where} ({error.strerror})") from error
    say(f"Release {release.name}: {len(rows)} corrected since, in {NOTICES}")
