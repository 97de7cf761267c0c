"""A build is a release where it holds what was frozen, and else a draft."""

import duckdb
from released import put_together

from samspil.warehouse.builds import Warehouse
from samspil.warehouse.edition import Edition, edition_of


def edition(path, **changes):
    """What a build is, after `changes` of its row of facts."""
    with duckdb.connect(str(path)) as connection:
        for name, value in changes.items():
            connection.execute(f"UPDATE build SET {name} = ?", [value])
    house = Warehouse(path)
    found = edition_of(house)
    house.close()
    return found


def test_a_build_is_a_draft_until_it_is_frozen(folder, named):
    assert edition(named) == Edition("2026.1", draft=True, frozen=False)
    put_together(folder, "2026.1", named)
    assert edition(named) == Edition("2026.1", draft=False, frozen=True)
    later = edition(named, release="2027.1", newest_year=2027)
    assert later == Edition("2027.1", draft=True, frozen=False)


def test_the_same_contents_built_again_are_the_release_and_any_others_a_draft_after_it(
    folder, named
):
    put_together(folder, "2026.1", named)
    again = edition(named, id="again", built_at="2026-12-24 12:00")
    assert again == Edition("2026.1", draft=False, frozen=True)
    with duckdb.connect(str(named)) as connection:
        connection.execute("UPDATE evidence SET note = 'another' WHERE id = 'c'")
    assert edition(named) == Edition("2026.1", draft=True, frozen=True)


def test_a_build_with_other_scores_is_no_release_but_for_decimals_that_nobody_sees(folder, named):
    put_together(folder, "2026.1", named)
    for more, draft in ((1e-9, False), (1, True)):
        with duckdb.connect(str(named)) as connection:
            connection.execute("UPDATE score SET documented = documented + ?", [more])
        assert edition(named, id="again").draft == draft


def test_a_release_that_was_changed_is_what_no_build_is(folder, named):
    path = put_together(folder, "2026.1", named)
    (path / "samspil-2026.1.duckdb").write_bytes(b"")
    assert edition(named) == Edition("2026.1", draft=True, frozen=True)
