"""Texts that try to be more than text, and data that hold them on Vejle (630)."""

import csv
import itertools
from pathlib import Path

from samspil.present.objection import as_line

HOSTILE = {
    "html": "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'><b>fed</b>",
    "markdown": "# Overskrift [klik](javascript:alert(1)) **fed** ![x](https://evil.example/x.png)",
    "latex": r"$\frac{1}{2}$ og $$x^2$$ :red[rød] :material/home: :smile:",
    "links": "www.evil.example post@evil.example http://evil.example/a (www.evil.example)",
    "arrows": "a -> b <- c <-> d -- e >= f <= g ~= h",
    "direction": "et \u202etxet\u2069 \u202etxet\u2067 slut",
    "long": "x" * 10_000,
}


def spoil(snapshots: Path) -> None:
    """Make all notes on Vejle and on § 18 amounts hostile, and object to Vejle in every text."""
    path = snapshots / "evidence.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = itertools.cycle(HOSTILE.values())
    for row in rows:
        if row["code"] == "630" or row["criterion"] == "s18_amount":
            row["note"] = row["note_da"] = row["caveat"] = row["caveat_da"] = next(texts)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    objection = {"code": "630", "criterion": "charter", "by_role": "forening", "date": "2026-11-20"}
    with (snapshots / "corrections.csv").open("a", encoding="utf-8", newline="") as file:
        for name, text in HOSTILE.items():
            said = {"objection": text, "outcome": "rejected", "reason": text}
            file.write(as_line(objection | said | {"id": f"c-{name}"}))
