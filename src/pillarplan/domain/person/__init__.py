"""A person as their journal tells it: ratings, rounds, work done, questions."""
