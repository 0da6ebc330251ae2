"""From wishes to a plan that is proposed, explained, varied and adopted."""
