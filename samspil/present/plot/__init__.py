"""Figures: pure functions of frames, each with its title, source and date inside the picture."""
