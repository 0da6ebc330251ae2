"""The words of the program as frozen models; they know no file, clock or terminal."""
