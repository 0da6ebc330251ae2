"""Turn an honest self-rating into a dated learning roadmap, and keep it true."""
