"""HTTP without Streamlit: pages, files, headers and what is refused.

`server.py` finds in the installed Streamlit what these modules need, and hands it over.
"""
