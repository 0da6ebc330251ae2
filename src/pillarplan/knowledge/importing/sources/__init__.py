"""Files of others, of many kinds, read as plain maps and lists within limits."""
