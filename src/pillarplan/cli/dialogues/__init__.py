"""Questions and answers on a terminal: the interview, the check-in, recall."""
