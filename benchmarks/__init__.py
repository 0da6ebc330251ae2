"""Programs that measure, run by hand; each says at its top what it measures."""
