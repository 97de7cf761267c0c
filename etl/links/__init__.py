"""Whether the addresses of the evidence still answer; what is found marks and sorts, no more."""
