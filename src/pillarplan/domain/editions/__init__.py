"""How a knowledge base changed, and what of a person's record that touches."""
