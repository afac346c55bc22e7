"""What may be read here: where each agreement stands, for whom, and as known on which day."""
