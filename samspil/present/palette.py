"""The colours and sizes of everything that readers see, in one place.

Contrasts on white: ink 18.4, muted 6.4, blue 6.1, accent 5.7. The two lightest classes rest on the
outline (5.0). The dimension colours differ in grey too, and their letter always goes along.
"""

INK = "#08161d"
MUTED = "#51626b"
BLUE = "#21698c"
WASH = "#f3f6f7"
RULE = "#d3dce0"
ACCENT = "#b93a06"
"""The chosen municipality, and nothing else."""

CLASSES = ("#cfe3ec", "#92c1d6", "#4f96b8", "#21698c", "#0a3a52")
"""Five steps of one hue, light to dark."""

FEWER = {3: (0, 2, 4)}
"""Which of them are taken for so many classes: told apart as far as the scale allows."""

OUTLINE = "#5f737d"
HATCH, HATCH_GROUND = "#7d8a91", "#f4f4f2"
"""What is not known: lines on a light ground."""

DIMENSIONS = {"formal": "#3d3a94", "real": "#0b7a75", "transparent": "#b87a00"}
LETTERS = {"formal": "white", "real": "white", "transparent": INK}

FONT = "'Source Sans', 'Source Sans Pro', 'Source Sans 3', sans-serif"
"""The face that Streamlit serves from its own origin."""


def css() -> str:
    """The colours as custom properties of a page."""
    named = {"ink": INK, "muted": MUTED, "blue": BLUE, "wash": WASH, "rule": RULE,
             "accent": ACCENT, "outline": OUTLINE, "hatch": HATCH,
             "ground": HATCH_GROUND}  # fmt: skip
    named |= {f"class{number}": colour for number, colour in enumerate(CLASSES)}
    for id_, colour in DIMENSIONS.items():
        named |= {id_: colour, f"on-{id_}": LETTERS[id_]}
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in named.items()) + "}"
