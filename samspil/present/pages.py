"""The dashboard's pages: their names and where they live, in the order of the menu."""

FRONT = "overview"
"""The page that lives at "/"; its own path leads there."""

PATHS = {
    "overview": "overblik",
    "municipality": "kommunen",
    "rankings": "ranglisten",
    "trends": "udvikling",
    "criteria": "kriterier",
    "evidence": "dokumentation",
    "compare": "sammenlign",
    "changes": "aendret",
    "method": "metode",
}
"""Name of the page (its file in pages/) -> path in the address, without slashes."""

GROUPS = {
    "overview": ("overview",),
    "municipality": ("municipality",),
    "compare": ("rankings", "compare"),
    "country": ("trends", "criteria", "evidence"),
    "about": ("method", "changes"),
}
"""The entries of the menu and the pages under each, in order."""
