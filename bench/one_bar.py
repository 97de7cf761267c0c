"""The smallest Streamlit app to compare with: one selectbox, one bar."""

import plotly.graph_objects as go
import streamlit as st

chosen = st.selectbox("Bar", ["one", "two", "three"])
figure = go.Figure(go.Bar(x=[chosen], y=[len(chosen)]))
st.plotly_chart(figure.update_layout(title={"text": f"Title {chosen}"}))
