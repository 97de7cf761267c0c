"""What axe-core finds on a page, less what is Streamlit's own and listed as such."""

import tomllib
from dataclasses import dataclass

from browser.served import PROJECT

ALLOWED = tomllib.loads((PROJECT / "tests/axe_allowed.toml").read_text("utf-8"))["violation"]

RUN = """async ([selectors, within]) => {
  const found = await axe.run(within, {resultTypes: ["violations"], preload: false});
  return found.violations.flatMap(rule => rule.nodes.map(node => ({
    rule: rule.id,
    path: node.target.flat().join(" "),
    html: node.html.slice(0, 200),
    fits: selectors.filter(one => document.querySelector(node.target.flat()[0])?.matches(one)),
    says: node.failureSummary,
  })));
}"""

MISSING = "The accessibility tests need axe-core: run scripts/ensure_axe.sh."


class NoAxeError(RuntimeError):
    """axe-core was not fetched; the message says how."""


@dataclass(frozen=True)
class Violation:
    """A rule that an element breaks."""

    rule: str
    path: str
    html: str
    says: str
    allowed: tuple[str, ...]

    def __str__(self) -> str:
        """What a developer needs to mend it."""
        return f"{self.rule}: {self.path}\n{self.html}\n{self.says}"


def source() -> str:
    """axe-core itself, as scripts/ensure_axe.sh left it."""
    files = sorted((PROJECT / ".cache").glob("axe-core-*.js"))
    if not files:
        raise NoAxeError(MISSING)
    return files[-1].read_text("utf-8")


def violations(page, axe: str, within: str = "html") -> list[Violation]:
    """All that axe-core finds on the page as it stands.

    Args:
        page: to look at.
        axe: as `source` gives it.
        within: the selector of the part that is looked at, the whole page if none is given.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)
    found = page.evaluate(RUN, [[entry["selector"] for entry in ALLOWED], within])
    return [Violation(one["rule"], one["path"], one["html"], one["says"], allowed_by(one))
            for one in found]  # fmt: skip


def allowed_by(found: dict) -> tuple[str, ...]:
    """The selectors of the entries that allow what was found."""
    own = [entry["selector"] for entry in ALLOWED if entry["rule"] == found["rule"]]
    return tuple(selector for selector in own if selector in found["fits"])
