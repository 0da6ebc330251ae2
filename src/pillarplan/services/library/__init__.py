"""Reading in the knowledge base, and looking after it."""
