"""Tables under the headings that readers see, one module a subject.

Every function takes frames as the warehouse queries and the analysis give them, and a translator;
it returns a DataFrame with rounded numbers, ready for a screen, a file or a letter.
"""
