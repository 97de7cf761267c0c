"""The addresses for machines: what `samspil.present.api` says, over HTTP."""
