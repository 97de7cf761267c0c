"""How what is known is put before a reader, whatever draws it."""
