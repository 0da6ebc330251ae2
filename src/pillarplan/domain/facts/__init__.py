"""What is told about a plan, as facts with numbers; their words are made elsewhere."""
