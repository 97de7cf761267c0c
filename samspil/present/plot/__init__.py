"""Figures: pure functions of frames, each with its title, source and date inside the picture."""

import copyreg

import plotly.graph_objects as go


def _apart(figure: go.Figure) -> tuple:
    return _together, (figure.to_dict(),)


def _together(properties: dict) -> go.Figure:
    return go.Figure(properties, _validate=False)


# A copy is not checked again as it was when it was made: that takes ten times as long, and every
# reader is given a copy of a figure that is kept for all.
copyreg.pickle(go.Figure, _apart)
