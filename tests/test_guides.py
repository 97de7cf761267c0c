"""The guides stay short, lead somewhere, and name what is there."""

import re

import pytest

from samspil.paths import PROJECT

GUIDES = [*sorted(PROJECT.glob("*.md")), *sorted((PROJECT / "docs").glob("*.md"))]
SETTING = re.compile(r"\bSAMSPIL_[A-Z_]+")


def lines_of(name: str) -> list[str]:
    return (PROJECT / name).read_text(encoding="utf-8").splitlines()


def named_in_tree() -> set[str]:
    """The paths of the tree in the README."""
    (tree,) = re.findall(
        r"```\n(dashboard\.py .+?)```", "\n".join(lines_of("README.md")), re.DOTALL
    )
    paths, above = set(), ""
    for line in tree.splitlines():
        name = line.split()[0]
        above = "" if line[0] != " " else above
        paths.add(above + name)
        above = above or name
    return paths


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(PROJECT)))
def test_every_link_leads_somewhere(guide):
    text = guide.read_text(encoding="utf-8")
    headings = {h.lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings
        elif not target.startswith("http"):
            assert (guide.parent / target).is_file(), target


def test_the_tree_in_the_readme_is_the_one_there_is():
    tree = named_in_tree()
    assert [path for path in tree if not (PROJECT / path).exists()] == []
    rooms = {f"{path.parent.name}/" for path in PROJECT.glob("*/__init__.py")}
    inner = {
        f"{path.parent.relative_to(PROJECT)}/"
        for room in ("samspil", "etl")
        for path in (PROJECT / room).glob("*/__init__.py")
    }
    assert (rooms | inner) - tree - {"tests/"} == set()


def test_every_setting_is_documented_and_every_one_there_is_read():
    rooms = ("samspil", "etl", "web", "components", "pages")
    code = [path for room in rooms for path in (PROJECT / room).rglob("*.py")]
    read = {name for path in code for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    assert set(SETTING.findall("\n".join(lines_of("docs/OPERATIONS.md")))) == read


def test_the_glossary_is_short_and_says_each_word_once():
    lines = lines_of("docs/GLOSSARY.md")
    words = [line.split("|")[1].strip() for line in lines if line.startswith("| ")]
    assert len(lines) <= 25
    assert len(words) == len(set(words)) > 15


def test_a_decision_takes_at_most_ten_lines():
    parts = re.split(r"^## ", "\n".join(lines_of("docs/DECISIONS.md")), flags=re.MULTILINE)[1:]
    lengths = {part.splitlines()[0]: len(part.strip().splitlines()) for part in parts}
    assert len(lengths) > 15
    assert {name: length for name, length in lengths.items() if length > 10} == {}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.relative_to(PROJECT)))
def test_every_file_that_a_guide_names_is_there(guide):
    text = re.sub(r"^```.*?^```$", "", guide.read_text(encoding="utf-8"), flags=re.M | re.DOTALL)
    rooms = "|".join(("samspil", "etl", "web", "components", "pages", "data", "docs", "tests"))
    for name in re.findall(rf"`((?:{rooms})/[\w./-]*)`", text):
        assert (PROJECT / name).exists(), name
