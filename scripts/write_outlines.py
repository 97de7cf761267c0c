"""Write the outlines that maps fetch, as the newest build holds them.

Usage: python -m scripts.write_outlines. They change only with the municipalities;
tests/etl/test_build.py tells when.
"""

import json

from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import map_shapes

FILE = PROJECT / "static" / "municipalities.json"


def main() -> None:
    """Write the file."""
    shapes = map_shapes(open_warehouse(newest_build()))
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": outline}
        for code, outline in zip(shapes["code"], shapes["outline"], strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    FILE.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
