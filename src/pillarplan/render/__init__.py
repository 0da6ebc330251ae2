"""Models in, text out; nothing here prints or opens a file."""
