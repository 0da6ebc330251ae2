"""Every kind of event: its name, its words, its effect, and how a service tells it."""
