"""What is measured, stored, computed and shown; knows neither Streamlit nor HTTP."""
