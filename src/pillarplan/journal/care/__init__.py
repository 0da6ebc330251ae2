"""Looking after a journal: doctor, repair, backup, restore."""
