"""Snapshots into one DuckDB file that becomes the newest build."""
