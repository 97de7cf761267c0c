"""Words, tables, figures, HTML, addresses and files for readers, in Danish and English."""
