"""One module for each public source: its file name, its columns, and `parse` into a frame."""
