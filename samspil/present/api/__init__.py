"""What machines may ask for: one table of resources, from which all else follows.

`resources` says what there is, with every column and filter; what is asked is checked against it
(`questions`), answered by it (`answers`) and described from it (`openapi` for programs, `page` for
people). None of it knows HTTP.
"""
