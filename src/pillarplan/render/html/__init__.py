"""A roadmap as one page for any browser: no script, no request, just the file."""
