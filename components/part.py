"""A part of a page that redraws alone, without what stands around it."""

from collections.abc import Callable

import streamlit as st

from components import address
from components.state import opened, reading
from samspil.warehouse.builds import WarehouseError


def part(draw: Callable[[], None]) -> None:
    """Draw a part; a choice inside it runs `draw` again and nothing else, and tells the address.

    It goes on reading the build that the page was drawn from.
    """
    read = opened()

    @st.fragment
    def drawn() -> None:
        try:
            with reading(read):
                draw()
        except WarehouseError:
            if address.whole():
                raise
            st.rerun()  # the page says what is wrong
        address.finish_part()

    drawn()
