"""Figures and preview pictures made ahead: python -m etl publish-figures."""
