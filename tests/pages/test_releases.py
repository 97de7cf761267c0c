"""A release survives: what comes later moves nothing on its pages but a notice of correction."""

import json
import re
import shutil

import duckdb
import pytest
from frozen import LEJRE, VEJLE
from released import put_together
from visiting import quoted, visit, words_of

from samspil.present.pages import PATHS
from samspil.warehouse.builds import newest_build

NAME = "2026.1"
SAYS = "Du ser udgave 2026.1, frosset den 25. november 2026."
VISITS = {
    "municipality": {"kommune": VEJLE, "afsnit": "kriterier"},
    "evidence": {"celle_kommune": VEJLE, "celle_kriterium": "policy_adopted"},
    "compare": {"kommune": VEJLE, "med": f"{VEJLE},{LEJRE}"},
}
"""Addresses that a citation may name."""

MARK = (
    "rettet den 3. december 2026: vurderingen er nu delvist opfyldt, før opfyldt; "
    "indsigelse afvist den 3. december 2026"
)

MOVED = "UPDATE score SET documented = 77.7, midpoint = 80, possible = 99 WHERE code = $code"
FOUND = """INSERT INTO evidence BY NAME
SELECT * REPLACE ('new' AS id, 'Noget nyt' AS note_da, 'https://www.example.org/ny' AS source_url)
FROM evidence WHERE code = $code LIMIT 1"""


@pytest.fixture
def newest(frozen_folder, released, tmp_path, monkeypatch):
    """A function that makes a changed copy of the build the newest; the release lies beside it."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(released))

    def build(name, *changes):
        path = tmp_path / f"samspil-{name}.duckdb"
        shutil.copy(newest_build(frozen_folder), path)
        with duckdb.connect(str(path)) as connection:
            connection.execute("UPDATE build SET id = ?", [name])
            for sql, values in changes:
                connection.execute(sql, values)
        (tmp_path / "newest.json").write_text(json.dumps({"file": path.name}))

    build("first")
    return build


@pytest.fixture
def apart(released, tmp_path, monkeypatch):
    """The release in a folder that a test may spoil."""
    folder = shutil.copytree(released, tmp_path / "releases")
    monkeypatch.setenv("SAMSPIL_RELEASES", str(folder))
    return folder / NAME


def drawn(app):
    """All that a page sends to the browser, element by element."""
    parts, waiting = [], [app.main]
    while waiting:
        block = waiting.pop(0)
        waiting += block.children.values() if hasattr(block, "children") else []
        proto = getattr(block, "proto", None)
        sent = proto.SerializeToString(deterministic=True) if proto else b""
        if block.type == "plotly_chart":  # Plotly puts the same figure into words in any order
            sent = json.dumps(json.loads(proto.spec), sort_keys=True).encode()
        parts.append((block.type, sent))
    return parts


NOTICE = re.compile(
    r"( · )?rettet den 3\. december 2026: vurderingen er nu delvist opfyldt, før opfyldt"
    r"(; indsigelse afvist den 3\. december 2026)?|Én af dens oplysninger er rettet siden\."
)
AROUND = re.compile(r"<p[^>]*><strong></strong></p>\n?| · <strong></strong>| ?<strong></strong>")


def without_notices(sent):
    """HTML that was sent, without the notices and what stands around them.

    What stands before the HTML is how long it is.
    """
    return AROUND.sub("", NOTICE.sub("", sent.decode("utf-8", "replace"))).partition("<")[2]


def correction(id_, evidence, **fields):
    """An objection that was settled later, as a change of the newest build."""
    row = {"id": id_, "evidence_id": evidence["id"], "code": evidence["code"],
           "criterion": evidence["criterion"], "field": "level", "old": "2", "new": "1",
           "by_role": "kommune", "objection": "Forkert", "outcome": "accepted", "reason": "Set",
           "date": "2026-12-03"} | fields  # fmt: skip
    columns = ", ".join(f"${name} AS {name}" for name in row)
    return f"INSERT INTO correction BY NAME SELECT {columns}", row


@pytest.fixture
def counted(frozen):
    """The reading that the policy of Vejle rests on."""
    return frozen.query(
        "SELECT evidence.* FROM assessment JOIN evidence ON id = evidence_id"
        " WHERE assessment.code = $code AND assessment.criterion = 'policy_adopted'"
        " AND assessment.year = 2026",
        {"code": VEJLE},
    ).to_dict("records")[0]


@pytest.mark.parametrize("page", VISITS)
def test_new_evidence_moves_nothing_and_a_correction_is_a_notice_alone(page, newest, counted):
    address = VISITS[page] | {"udgave": NAME}
    before = drawn(visit(page, **address))
    newest("second", (MOVED, {"code": VEJLE}), (FOUND, {"code": VEJLE}))
    assert drawn(visit(page, **address)) == before
    newest("third", correction("k1", counted), correction("k2", counted, outcome="rejected"))
    app = visit(page, **address)
    after, text = drawn(app), words_of(app)
    assert [kind for kind, _ in after] == [kind for kind, _ in before]
    changed = [(old, new) for (_, old), (_, new) in zip(before, after, strict=True) if old != new]
    for old, new in changed:
        assert without_notices(new) == without_notices(old) != ""
    assert changed
    assert "Én af dens oplysninger er rettet siden." in text
    assert MARK in text


def test_a_table_of_records_tells_it_in_a_column(newest, counted):
    choice = {"kun_criterion": "policy_adopted", "hvem": "valgte", "kommune": VEJLE}
    newest("later", correction("k1", counted, field="withdraw"))
    table = visit("evidence", udgave=NAME, **choice).dataframe[0].value
    assert "rettet den 3. december 2026: oplysningen er trukket tilbage" in set(
        table["Rettet siden"]
    )


def test_all_of_them_tell_it_in_the_same_column(newest, counted, monkeypatch):
    taken = []
    monkeypatch.setattr("components.figure._footer", lambda *of: taken.append(of))
    choice = {"kun_criterion": "policy_adopted", "hvem": "valgte", "kommune": VEJLE}
    for name, *changes in (["later", correction("k1", counted)], ["last"]):
        newest(name, *changes)
        visit("evidence", udgave=NAME, **choice)
    (marked, house), (plain, _) = [
        (along.whole, read.house) for _, along, read in taken if along.key == "oplysninger"
    ]
    assert any("er nu delvist opfyldt" in text for text in marked.rows(house)["Rettet siden"])
    assert "Rettet siden" not in plain.rows(house)
    assert marked.terms != plain.terms


def test_a_release_is_kept_over_pages_and_languages_and_left_for_the_newest(newest):
    newest("second", (FOUND, {"code": VEJLE}))
    app = visit("municipality", kommune=VEJLE, udgave=NAME)
    assert SAYS in words_of(app)
    assert app.query_params["udgave"] == NAME
    assert f"/{PATHS['municipality']}?kommune={VEJLE}Se den nyeste" in words_of(app)
    next(group for group in app.get("button_group") if group.key == "lang").set_value("en").run()
    assert "You are looking at release 2026.1, frozen on 25 November 2026." in words_of(app)
    assert app.query_params["udgave"] == NAME
    assert f"udgave={NAME}&" in words_of(app)  # the links of the page lead to the same release
    del app.query_params["udgave"]
    app.run()
    assert "release 2026.1, frozen" not in words_of(app)
    assert "draft after release 2026.1 · data version second" in words_of(app)


def test_a_release_that_is_not_here_is_said_and_the_newest_shown(newest):
    newest("second", (MOVED, {"code": VEJLE}))
    app = visit("overview", udgave="2025.1")
    assert not app.exception
    assert app.info[0].value == "Udgave 2025\\.1 findes ikke her. Du ser de nyeste tal."
    assert "udgave" not in app.query_params
    assert "dataversion second" in words_of(app)


def test_a_citation_names_the_release_or_says_that_it_is_a_draft(newest):
    frozen = quoted(visit("overview"), "kort")  # what is frozen is what is newest
    assert "Udgave 2026.1." in frozen
    newest("second", (FOUND, {"code": VEJLE}))
    draft = quoted(visit("overview"), "kort")
    assert "Kladde efter udgave 2026.1, dataversion second." in draft


def test_a_changed_byte_is_refused_with_the_name_of_its_file(newest, apart):
    path = apart / "codebook.toml"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    app = visit("municipality", kommune=VEJLE, udgave=NAME)
    assert not app.exception
    assert "Udgave 2026.1 vises ikke: Filen codebook.toml er ikke den" in words_of(app)
    assert "Vejle" not in words_of(app)
    assert not visit("municipality", kommune=VEJLE).exception


def test_pages_of_an_older_schema_say_so_and_lead_to_the_files(
    newest, frozen_folder, tmp_path, monkeypatch
):
    older = shutil.copy(newest_build(frozen_folder), tmp_path / "older.duckdb")
    with duckdb.connect(str(older)) as connection:
        connection.execute("UPDATE build SET schema_version = schema_version - 1")
    put_together(tmp_path / "old", "2025.1", older, **{"samspil-2025.1.zip": "x"})
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "old"))
    app = visit("municipality", kommune=VEJLE, udgave="2025.1")
    assert not app.exception
    said = words_of(app)
    assert "Siderne i udgave 2025.1 kan ikke længere tegnes" in said
    assert "/data/2025.1/samspil-2025.1.zip" in said
    assert "/data/2025.1/corrections.json" in said
    assert "Vejle" not in said


def test_what_changed_is_told_between_releases_and_against_the_newest(newest, apart):
    app = visit("changes", udgave=NAME)
    assert "Udgave 2026.1 er den første" in app.info[0].value
    newest("second", (MOVED, {"code": VEJLE}))
    app = visit("changes")
    assert app.selectbox(key="gammel").value == NAME
    assert "én kommunes tal har ændret sig" in words_of(app)
    assert f"/data/{NAME}/samspil-2026.1.zip" in words_of(app)


def test_one_objects_to_the_newest_and_not_to_a_release(newest):
    section = {"kommune": VEJLE, "afsnit": "indsigelser"}
    app = visit("municipality", udgave=NAME, **section)
    assert "ikke en frossen udgave" in words_of(app)
    assert not [box for box in app.selectbox if box.key == "indsigelse_om"]
