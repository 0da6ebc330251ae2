"""What events say: their constructors, and the profile that they tell."""
