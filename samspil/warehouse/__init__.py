"""The builds of the warehouse, and what is asked of them, a module a subject."""
