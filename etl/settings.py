"""data/settings.toml: how the ETL behaves towards the servers that it asks.

Environment variables go before the file: SAMSPIL_CONTACT, SAMSPIL_BASE_URL, SAMSPIL_ARCHIVE.
"""

import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from etl.errors import DataError, shown
from etl.tables import is_address, read_text

FILE = "settings.toml"
CONTACT = "SAMSPIL_CONTACT"
BASE_URL = "SAMSPIL_BASE_URL"
ARCHIVE = "SAMSPIL_ARCHIVE"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Settings:
    """How servers are asked.

    Attributes:
        contact: an e-mail or web address, named in every request; "" until somebody sets it.
        between: seconds from one request to the next at the same host.
        connect: seconds that a connection may take.
        read: seconds that the next part of an answer may take.
        whole: seconds that one answer may take from the question to the end of its body; the clock
            is looked at when a part of the body comes.
        attempts: how often one question is asked at most.
        first_wait: seconds before it is asked the second time; each wait doubles the last.
        longest_wait: seconds of one wait at most, also where a server asks for more.
        body_mb: megabytes that an answer may have, unpacked.
        cells: figures that one question may ask for.
        base_url: the addresses of services, and of single sources, by their names.
    """

    contact: str = ""
    between: float = 1.0
    connect: float = 15.0
    read: float = 60.0
    whole: float = 600.0
    attempts: int = 4
    first_wait: float = 2.0
    longest_wait: float = 120.0
    body_mb: float = 64.0
    cells: int = 100_000
    base_url: dict[str, str] = field(default_factory=dict)

    def limit(self) -> int:
        """Bytes that an answer may have."""
        return int(self.body_mb * MEGABYTE)

    def address_of(self, source: str, service: str) -> str:
        """Where a source is asked: its own address, else that of all, else that of its service.

        Raises:
            DataError: none is known.
        """
        for name in (source, EVERY, service):
            if found := self.base_url.get(name):
                return found.rstrip("/")
        raise DataError(f"{FILE}: base_url has no address of {service!r}")


EVERY = "*"
"""The name under which an address holds for every source."""


def read_settings(folder: Path, base_urls: tuple[str, ...] = ()) -> Settings:
    """The settings of a data folder, with what the environment and a command say instead.

    Args:
        folder: the data folder; without the file, what the code says holds.
        base_urls: NAME=URL for one source or service, or URL for all.

    Raises:
        DataError: something in them is wrong.
    """
    path = folder / FILE
    given = _of_file(path) if path.exists() else {}
    settings = Settings(**given)
    contact = os.environ.get(CONTACT, settings.contact).strip()
    if not (contact.isascii() and contact.isprintable()):
        raise DataError(f"{CONTACT}: {shown(contact)} is not plain text")
    elsewhere = dict(
        _named_address(each) for each in (*os.environ.get(BASE_URL, "").split(), *base_urls)
    )
    return replace(settings, contact=contact, base_url=settings.base_url | elsewhere)


def archive_folder(folder: Path) -> Path:
    """Where every answer is kept: SAMSPIL_ARCHIVE, or archive/ beside the data folder."""
    return Path(os.environ.get(ARCHIVE) or folder.resolve().parent / "archive")


def _named_address(text: str) -> tuple[str, str]:
    name, equals, address = text.partition("=")
    if not equals or "/" in name:
        name, address = EVERY, text
    if not is_address(address):
        raise DataError(f"base-url: {shown(address)} is not an http or https address")
    return name, address


def _of_file(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: is not valid TOML ({error})") from error
    kinds = {each.name: each.type for each in fields(Settings)}
    if unknown := sorted(set(content) - set(kinds)):
        raise DataError(f"{path.name}: has an unknown field {unknown[0]!r}")
    for name, value in content.items():
        where = f"{path.name}: has {shown(value)} in {name!r}"
        if name == "base_url":
            _check_addresses(path, value)
        elif kinds[name] is str and not isinstance(value, str):
            raise DataError(f"{where}, no text")
        elif kinds[name] is int and (type(value) is not int or value < 1):
            raise DataError(f"{where}, no whole number of at least 1")
        elif kinds[name] is float and (type(value) not in (int, float) or not 0 <= value < 1e9):
            raise DataError(f"{where}, no number of at least 0")
    return content


def _check_addresses(path: Path, value: object) -> None:
    if not isinstance(value, dict):
        raise DataError(f"{path.name}: has {shown(value)} in 'base_url', no table")
    for name, address in value.items():
        if not isinstance(address, str) or not is_address(address):
            raise DataError(
                f"{path.name}: has {shown(address)} in base_url {name!r}, not an http(s) address"
            )
