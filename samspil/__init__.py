"""What Samspil knows: the codebook, the warehouse, the scores and the figures drawn from them."""
