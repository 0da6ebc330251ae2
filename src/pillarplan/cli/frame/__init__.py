"""What every command runs in: the program, its surroundings, streams and failures."""
