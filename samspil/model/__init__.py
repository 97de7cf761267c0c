"""What is measured and how: the codebook, the scores, the ranks and how firm they are."""
