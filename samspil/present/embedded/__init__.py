"""The figures that stand on other sites, each described from a build as its page describes it."""
