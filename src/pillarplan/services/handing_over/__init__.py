"""The plan and the record for people and programs outside."""
