"""How a command says what it did."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Takes one line after the other, as `print` does."""
