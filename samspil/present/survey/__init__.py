"""What a survey sends to the associations of a municipality: a form, as a workbook and on paper."""
