"""Hearing rounds: letters and workbooks out, answers in."""
