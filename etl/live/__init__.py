"""Asking public sources: each answer is archived, parsed, checked, and only then a snapshot."""
