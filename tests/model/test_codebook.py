"""The codebook holds what DESIGN asks for, and a mistake in it is named."""

import pytest

from samspil.model.codebook import CODEBOOK_PATH, CodebookError, load_codebook


def test_the_embedded_codebook_has_the_criteria_that_are_measured():
    book = load_codebook()
    sizes = {d.id: 0 for d in book.dimensions}
    for criterion in book.criteria:
        sizes[criterion.dimension] += 1
    assert sizes == {"formal": 6, "real": 8, "transparent": 10, "context": 6}
    assert {c.weight for c in book.scored_criteria} == {1.0}
    influence = {c.id for c in book.criteria if c.facet == "influence"}
    assert influence == {
        "council_consulted",
        "council_grants",
        "dialogue_meetings",
        "council_representative",
    }
    support = {c.id for c in book.criteria if c.dimension == "real"} - influence
    assert {c.facet for c in book.criteria if c.id in support} == {"support"}


def test_stages_have_the_thresholds_of_the_method():
    assert [s.threshold for s in load_codebook().stages] == [0, 20, 40, 60, 80]


MISTAKES = {
    "no level text": ('level1_da = "Kun forv', 'level9_da = "Kun forv', "'web_contact'"),
    "a weight in words": ("\nweight = 1", '\nweight = "heavy"', "'heavy'"),
    "unknown origin": ('origin = "frames_2013"', 'origin = "hearsay"', "'hearsay'"),
    "twice the same": ('id = "charter"', 'id = "volunteer_centre"', "'volunteer_centre'"),
    "unknown dimension": ('dimension = "formal"', 'dimension = "informal"', "'informal'"),
    "thresholds that fall": ("threshold = 40", "threshold = 10", "rise"),
    "coverage above one": ("minimum_coverage = 0.5", "minimum_coverage = 1.5", "minimum_coverage"),
    "broken TOML": ("[[stage]]", "[[stage]", "TOML"),
    "a stage twice": ("stage = 2", "stage = 3", "'3'"),
    "a whole number without end": ("horizon = 8", f"horizon = 0x{'f' * 9000}", "'horizon'"),
    "digits without end": ("horizon = 8", f"horizon = {'9' * 9000}", "TOML"),
    "brackets without end": ("horizon = 8", f"horizon = {'[' * 90_000}", "TOML"),
    "numbers where texts belong": ('observed_by = ["desk', 'observed_by = [[1], "desk', "texts"),
    "no version": ('version = "1.2"\n', "", "'version'"),
    "requires nothing known": ('requires = "policy_adopted"', 'requires = "wish"', "'wish'"),
    "never fresh": ("fresh_years = 8", "fresh_years = 0", "fresh_years"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_in_one_sentence(mistake, tmp_path):
    old, new, named = MISTAKES[mistake]
    text = CODEBOOK_PATH.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "codebook.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(path)
    message = str(caught.value)
    assert message.startswith("codebook.toml: ")
    assert named in message
    assert "\n" not in message


NO_TABLES = b'version = "1"\nminimum_coverage = 0.5\nhorizon = 8\nfirst_year = 2007\nstage = [1]'


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", NO_TABLES])
def test_a_file_that_is_no_codebook_is_named(content, tmp_path):
    path = tmp_path / "codebook.toml"
    path.write_bytes(content)
    with pytest.raises(CodebookError, match=r"codebook\.toml"):
        load_codebook(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(tmp_path / "codebook.toml")
