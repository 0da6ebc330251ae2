"""What time brought: history, review, and the stories in them."""
