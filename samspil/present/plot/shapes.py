"""The forms in which a picture is saved, and how its words are set for each.

A picture is laid out small and saved larger, so that its type is as large as its use asks for: of
the scales of a form the largest is taken at which nothing is cut. The smallest still gives the
smallest type 13 pixels in an article and 16 on a slide.
"""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from samspil.present.plot.template import plain

PADDING, GAP = 24, 12
"""Pixels around everything, and between the words and the drawing."""

TITLE, TEXT, SOURCE = 24, 14, 11
"""Pixels of type: the title, what is said under it, the source."""

LINE = 1.3
"""Plotly's distance from one line to the next, in sizes of type."""

LETTER, BOLD_LETTER = 0.5, 0.55
"""The width of a letter in sizes of type, a little generous: a saved SVG may be shown in another
face."""

COLUMN = 0.32
"""The part of the width that words beside a drawing take."""


@dataclass(frozen=True)
class Shape:
    """A form of picture: its width and height in pixels, and what a pixel of the layout becomes.

    Without a height it is as high as the figure. What is not a picture of points has no pixels:
    its scale is 1 in the file.
    """

    id: str
    width: int
    height: int | None
    scales: tuple[float, ...]

    @property
    def wide(self) -> bool:
        """Whether it is wider than high by so much that words can stand beside the drawing."""
        return self.height is not None and self.width > 1.2 * self.height


ARTICLE = Shape("article", 1200, 675, (1.875, 1.5625, 1.5, 1.25, 1.171875))
SQUARE = Shape("square", 1080, 1080, (2, 1.6875, 1.5, 1.25, 1.125))
PRINT = Shape("print", 2400, None, (2.5, 2))
SLIDE = Shape("slide", 1920, 1080, (2.5, 2, 1.5))
SHAPES = (ARTICLE, SQUARE, PRINT, SLIDE)


@dataclass(frozen=True)
class Lines:
    """A text set in lines of one width.

    Attributes:
        lines: letter by letter, as Plotly shows them.
        size: pixels of type.
        broken: whether a word is longer than a line.
    """

    lines: tuple[str, ...]
    size: int
    bold: bool = False
    broken: bool = False

    @property
    def height(self) -> int:
        """Pixels that it takes."""
        return round(LINE * self.size * len(self.lines))

    @property
    def text(self) -> str:
        """As Plotly writes it."""
        return "<br>".join(f"<b>{line}</b>" if self.bold else line for line in self.lines)


def set_lines(texts: Iterable[str], width: int, size: int, *, bold: bool = False) -> Lines:
    """The texts in lines of that width (pixels), each beginning a new one.

    What is bold is a title: its lines are made about as long as each other.
    """
    texts = list(texts)
    letters = int(width / (size * (BOLD_LETTER if bold else LETTER)))
    lines = _wrapped(texts, letters)
    longest = max(map(len, " ".join(texts).split()), default=0)
    if bold:
        evenly = (_wrapped(texts, n) for n in range(max(longest, 1), letters))
        lines = next((found for found in evenly if len(found) == len(lines)), lines)
    return Lines(tuple(map(plain, lines)), size, bold, longest > letters)


def _wrapped(texts: list[str], letters: int) -> list[str]:
    return [line for text in texts for line in textwrap.wrap(text, letters)]
