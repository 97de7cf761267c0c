"""The register of objections: taken in, checked, applied."""
