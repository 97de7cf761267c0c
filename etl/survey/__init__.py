"""Asking associations: a form for each municipality, and the figures that may be shown.

Answers of single associations never come into the data folder, the warehouse or an export.
"""
