"""Every address that the README offers is there."""

import re

import pytest
from machines import Machines

from samspil.paths import PROJECT
from samspil.present.pages import PATHS
from web.site import routes

PAGE = '<html lang="en"><head><title>Streamlit</title></head></html>'
(SECTION,) = re.findall(
    r"^## Take it home$(.+?)^## ", (PROJECT / "README.md").read_text("utf-8"), re.M | re.DOTALL
)
ADDRESSES = re.findall(r"^(/\S+)", SECTION, re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site without Streamlit."""
    made = tmp_path_factory.mktemp("made")
    return Machines(made, routes(PAGE, "/upload", made))


def test_the_readme_offers_one_of_each_kind():
    kinds = {re.split("[/?]", address)[1] for address in ADDRESSES}
    assert kinds >= {"api", "data", "feed", "embed"}
    released = {address for address in ADDRESSES if "udgave=" in address}
    assert any(address.startswith("/embed/") for address in released)
    pages = tuple(f"/{path}?" for path in PATHS.values() if path)
    assert any(address.startswith(pages) for address in released)
    assert "figurer" not in kinds  # what was drawn ahead has another name in each build


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_readme_is_there(address, site, shelved):
    answer = site.ask(address)
    assert answer.status == 200
    assert answer.body
    assert answer.headers["etag"]
