"""What makes a plan a habit: moments that one chose, receipts for what one reached."""
