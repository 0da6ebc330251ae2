"""The person's own record: events in, a profile out; nothing is ever rewritten."""
