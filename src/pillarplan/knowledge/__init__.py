"""The knowledge base: YAML in, a validated base and its compiled index out."""
