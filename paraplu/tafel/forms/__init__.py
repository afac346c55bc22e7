"""What is filled in at the table."""
