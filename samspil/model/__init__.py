"""The codebook, and the assessments, scores, ranks and rank bands that follow from evidence."""
