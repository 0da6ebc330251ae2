"""The words of facts: one sentence for each kind, and the command lines in them."""
