"""That nothing is lost: taking back, backups, and what is doubtful in the record."""
