"""The colours reach the contrasts that readers need, and the theme is of the same palette."""

import itertools
import tomllib

import pytest

from samspil.paths import PROJECT
from samspil.present import palette

THEME = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
WHITE = "#ffffff"
CAPTION = 0.6
"""How much of the colour of text Streamlit gives a caption; the rest is the ground."""


def channels(colour):
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def luminance(colour):
    """Relative luminance, as WCAG 2.1 defines it."""
    shares = [value / 255 for value in channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)


def test_the_theme_is_of_the_palette():
    assert THEME["textColor"] == palette.INK
    assert THEME["primaryColor"] == THEME["linkColor"] == palette.BLUE
    assert THEME["secondaryBackgroundColor"] == palette.WASH


@pytest.mark.parametrize("ground", [WHITE, palette.WASH])
def test_text_and_captions_can_be_read(ground):
    mixed = zip(channels(palette.INK), channels(ground), strict=True)
    caption = "#" + "".join(f"{round(CAPTION * a + (1 - CAPTION) * b):02x}" for a, b in mixed)
    for colour in (caption, palette.INK, palette.MUTED, palette.BLUE, palette.ACCENT):
        assert contrast(colour, ground) >= 4.5, colour


@pytest.mark.parametrize("mark", [*palette.CLASSES[2:], palette.OUTLINE, palette.ACCENT,
                                  *palette.DIMENSIONS.values()])  # fmt: skip
def test_marks_stand_out_from_the_ground(mark):
    assert contrast(mark, WHITE) >= 3


def test_lines_of_the_unknown_stand_out_from_their_ground():
    assert contrast(palette.HATCH, palette.HATCH_GROUND) >= 3


def test_letters_can_be_read_on_their_dimension():
    for id_, colour in palette.DIMENSIONS.items():
        letter = palette.LETTERS[id_]
        assert contrast(WHITE if letter == "white" else letter, colour) >= 4.5


def test_classes_go_from_light_to_dark_and_dimensions_differ_in_grey():
    lights = [luminance(colour) for colour in palette.CLASSES]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(*pair) >= 1.3 for pair in itertools.pairwise(palette.CLASSES))
    assert all(contrast(*pair) >= 1.3
               for pair in itertools.combinations(palette.DIMENSIONS.values(), 2))  # fmt: skip
