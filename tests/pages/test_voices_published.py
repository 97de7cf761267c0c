"""Nothing that is published, nor a difference of two builds, tells of fewer than five associations.

Five associations of Lejre have answered and four of Vejle, from seeded files; then a sixth of
Lejre, on whom no figure rests yet.
"""

import csv
import io
import shutil
import zipfile

import pytest
from frozen import LEJRE
from machines import Machines
from surveys import ROUND, questions, take, whole
from visiting import share, visit, words_of
from workbooks import fill

from components import downloads
from etl.sources.survey import FEWEST, SPLIT
from samspil.present.export import to_csv
from samspil.present.survey.form import form_sheets
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.package import DESCRIPTION, package

ADDRESSES = [f"/api/v1/{name}.csv" for name in ("evidence", "assessments")]
SIDE_BY_SIDE = "csv siger_shown"


@pytest.fixture(scope="module")
def sixth(associations, building, tmp_path_factory):
    """The folder of a build after a sixth association of Lejre has answered."""
    folder = tmp_path_factory.mktemp("sixth")
    data = shutil.copytree(associations.data, folder / "data")
    answers = shutil.copytree(associations.answers, folder / "answers")
    form = associations.forms[LEJRE]
    other = fill(
        whole(form, folder / "sixth.xlsx", 5, 2), {questions(form)[0]: 3}, sheets=form_sheets
    )
    assert take(data, answers, other) == 0
    assert len((answers / f"{ROUND}.csv").read_text("utf-8").splitlines()) == 11
    return building(folder, data, accept=True)


@pytest.fixture
def published(tmp_path, monkeypatch):
    """A function that gives what a folder of builds publishes, by its name, less the build's own.

    Of Lejre the page and the files of its figure, of all the answers for machines and the package.
    """
    csvs, machines = {}, Machines(tmp_path)

    def keep(table, stem, key, t):
        csvs[f"csv {key}"] = to_csv(table, t.language, t).decode("utf-8-sig")

    monkeypatch.setattr(downloads, "_files", keep)

    def found(folder):
        monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(folder))
        csvs.clear()
        app = visit("municipality", kommune=LEJRE, afsnit="kriterier")
        texts = {"page": words_of(app)}
        assert not share(app, "siger").exception
        answers = {address: machines.ask(address).body.decode() for address in ADDRESSES}
        build = newest_build(folder).stem.removeprefix("samspil-")
        texts |= csvs | answers | packed(folder)
        return {name: text.replace(build, "BUILD") for name, text in texts.items()}

    return found


def packed(folder):
    """The tables of the data package, less what says which build it is."""
    warehouse = open_warehouse(newest_build(folder))
    with zipfile.ZipFile(io.BytesIO(package(warehouse))) as archive:
        tables = {name: archive.read(name).decode() for name in archive.namelist()}
    warehouse.close()
    return {name: text for name, text in tables.items() if name not in (DESCRIPTION, "build.csv")}


def test_nothing_published_tells_of_the_sixth_or_of_four(associations, sixth, published):
    before, after = published(associations.warehouse), published(sixth)
    assert {"page", SIDE_BY_SIDE, *ADDRESSES, "association_answer.csv"} <= set(before)
    assert set(before) == set(after)
    assert [name for name in before if before[name] != after[name]] == []
    figures = list(csv.DictReader(io.StringIO(after["association_answer.csv"])))
    assert len(figures) == after["page"].count(f"mindst {FEWEST} svar") == 22
    assert {row["code"] for row in figures} == {LEJRE}
    assert {(row["respondents"], *(row[name] for name in SPLIT)) for row in figures} == {
        (str(FEWEST), "", "", "")
    }
    assert ";5;;" in after[SIDE_BY_SIDE]
    for address in ADDRESSES:
        assert len(after[address].splitlines()) > 98
        assert "association" not in after[address].splitlines()[0]
