"""Computed from assessments and scores: benchmarks, trends, next steps, changes between builds."""
