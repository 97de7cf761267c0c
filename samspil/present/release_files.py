"""The frozen files of a release, as pages and the API lead to them."""

from dataclasses import dataclass
from urllib.parse import quote

from samspil.model.codebook import CODEBOOK_PATH
from samspil.present.i18n import Translator
from samspil.present.release_text import FILES
from samspil.warehouse.releases import NOTICES, SUMS, Release, frozen_files

CODEBOOK = CODEBOOK_PATH.name

DATA = "/data"
"""Below this address every release has its files."""


@dataclass(frozen=True)
class File:
    """A file to take along: its name, its address and what it is."""

    name: str
    address: str
    says: str


def file_address(release: str, name: str) -> str:
    """The address of a file of a release."""
    return f"{DATA}/{quote(release)}/{quote(name)}"


def offered(release: Release, t: Translator) -> list[File]:
    """The files that readers take along, as far as the release has them, in the reader's language.

    Raises:
        TamperedReleaseError: the list of its files cannot be read.
    """
    frozen = frozen_files(release)
    says = {
        f"samspil-{release.name}.zip": t("alle tabeller som CSV, med forklaring af hver kolonne"),
        release.database.name: t("de samme tabeller som én DuckDB-fil"),
        CODEBOOK: t("kriterierne og deres ordlyd"),
        FILES[t.language]: t("hvad der er ændret siden udgaven før"),
        SUMS: t("kontrolsum af hver fil"),
        NOTICES: t("hvad der er rettet siden"),
    }
    return [
        File(name, file_address(release.name, name), said)
        for name, said in says.items()
        if name in frozen or name in (SUMS, NOTICES)
    ]
