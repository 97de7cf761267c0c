"""What figures show, described once: drawn on a page by `html`, for a picture by `plot`."""
