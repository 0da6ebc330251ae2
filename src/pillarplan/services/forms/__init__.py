"""Files that people hand in, read as models, with the doubts about them."""
