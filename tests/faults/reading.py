"""A reader of the warehouse as a process: asks until it is told to end, and checks each answer."""

import json
import sys
import threading
from pathlib import Path

from samspil.warehouse.builds import newest_build, open_warehouse

ASKED = """
SELECT count(*) AS rows, sum(documented) AS documented, sum(possible) AS possible,
       (SELECT sum(level) FROM assessment) AS levels, (SELECT sum(level) FROM evidence) AS evidence
FROM score
"""


def answer(path: Path) -> dict:
    """What one build says to the question."""
    warehouse = open_warehouse(path)
    try:
        row = warehouse.query(ASKED).iloc[0]
        return {name: round(float(value), 6) for name, value in row.items()}
    finally:
        warehouse.close()


def read_until_told(folder: Path, right: dict, ended: threading.Event, found: list) -> None:
    """Ask the newest build again and again; note each wrong answer or error.

    Args:
        folder: the warehouse.
        right: the answer for each fingerprint that a build's name ends with.
        ended: says when to stop.
        found: takes (how many were asked, builds seen, what was wrong).
    """
    asked, seen, wrong = 0, set(), []
    while not ended.is_set():
        try:
            path = newest_build(folder)
            if answer(path) != right[path.stem.rpartition("-")[2]]:
                wrong.append(f"{path.name}: another answer")
            seen.add(path.name)
        except Exception as error:  # noqa: BLE001, RUF100
            wrong.append(repr(error))
        asked += 1
    found.append((asked, sorted(seen), wrong))


def main() -> None:
    """Two readers; the end of the input tells them to end, the output is what they found."""
    folder, right = Path(sys.argv[1]), json.loads(sys.argv[2])
    ended, found = threading.Event(), []
    readers = [
        threading.Thread(target=read_until_told, args=(folder, right, ended, found))
        for _ in range(2)
    ]
    for reader in readers:
        reader.start()
    sys.stdin.read()
    ended.set()
    for reader in readers:
        reader.join()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
