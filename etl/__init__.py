"""Public data into the warehouse: read, check, score, publish."""
