"""Turn an honest self-rating into a dated learning roadmap, and keep it true."""

__version__ = "0.1.0.dev0"
