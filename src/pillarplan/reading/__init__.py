"""Files that people write, read strictly: valid models or all problems out."""
