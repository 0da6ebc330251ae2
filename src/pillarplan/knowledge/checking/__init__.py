"""Rules that a knowledge base keeps, and what its maintainers should mend."""
