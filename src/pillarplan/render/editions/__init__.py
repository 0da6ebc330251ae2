"""What a new edition of a knowledge base changed, in words and lines."""
