"""The programs of a machine that can run something once a week, behind one form."""
