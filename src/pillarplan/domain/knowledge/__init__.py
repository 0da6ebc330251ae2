"""What can be learnt: pillars, skills, steps, resources, practices."""
