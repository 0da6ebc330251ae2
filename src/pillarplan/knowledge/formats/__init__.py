"""What may stand in the files of a knowledge base, as people write it."""
