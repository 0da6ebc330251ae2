"""What a user can ask for, one function per intent; the place that joins the rooms."""
