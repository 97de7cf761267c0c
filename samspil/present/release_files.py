"""The frozen files of a release, as pages and the API lead to them."""

from dataclasses import dataclass
from urllib.parse import quote

from samspil.warehouse.releases import NOTICES, SUMS, Release, frozen_files

DATA = "/data"
"""Below this address every release has its files."""


@dataclass(frozen=True)
class File:
    """A file to take along: its name and its address."""

    name: str
    address: str


def file_address(release: str, name: str) -> str:
    """The address of a file of a release."""
    return f"{DATA}/{quote(release)}/{quote(name)}"


def offered(release: Release) -> list[File]:
    """The files that lie in the release's own folder, not in folders below it, and the notices.

    Raises:
        TamperedReleaseError: the list of its files cannot be read.
    """
    names = [name for name in frozen_files(release) if "/" not in name]
    return [File(name, file_address(release.name, name)) for name in (*names, SUMS, NOTICES)]
