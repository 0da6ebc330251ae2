"""What is shown: answers made for one view or page each."""
