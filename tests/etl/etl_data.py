"""Ways to spoil a data folder."""

GOOD = "101,policy_adopted,2,,2020,https://www.kk.dk/x,municipality_site,Note,Note,,,2026-11-22,"


def replace(name, old, new):
    """A change of the first occurrence in a snapshot (or the codebook)."""

    def change(data):
        path = data / ("codebook.toml" if name == "codebook.toml" else f"snapshots/{name}")
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def append(name, line, encoding="utf-8", errors="strict"):
    """A further row at the end of a snapshot."""

    def change(data):
        path = data / "snapshots" / name
        with path.open("a", encoding=encoding, errors=errors, newline="") as file:
            file.write(line + "\n")

    return change


def write(name, content):
    """Other bytes in place of a snapshot."""

    def change(data):
        (data / "snapshots" / name).write_bytes(content)

    return change


def cut(name, share):
    """A snapshot of which only the beginning is there."""

    def change(data):
        path = data / "snapshots" / name
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])

    return change


def remove(name):
    """A snapshot that is missing."""
    return lambda data: (data / "snapshots" / name).unlink()


def header_only(name):
    """A snapshot of which only the headings are there."""
    return drop_rows(name, lambda row: True)


def drop_rows(name, unwanted):
    """A snapshot without the rows that `unwanted` says yes to."""

    def change(data):
        path = data / "snapshots" / name
        header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(
            header + "".join(row for row in rows if not unwanted(row)), encoding="utf-8"
        )

    return change
