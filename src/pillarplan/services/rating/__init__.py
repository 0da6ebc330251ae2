"""Rating oneself and being rated: interview, rounds, gaps measured, views of others."""
