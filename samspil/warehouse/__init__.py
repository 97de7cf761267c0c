"""The tables of a build, opening the newest one, and the queries on it."""
