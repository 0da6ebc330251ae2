"""Screens that ask and are drawn in place: lines of pieces, for any toolkit."""
