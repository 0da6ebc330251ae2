"""Choice and dates together: a selection that finds its place on the calendar."""
