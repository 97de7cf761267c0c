"""What the scores can bear: benchmarks, trends, next steps, what moved between builds."""
