"""What a hearing sends to a municipality: a letter, and a workbook to answer in."""
