"""Inner commands of kb, export and plan that have a module of their own."""
