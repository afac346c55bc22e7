"""The warm hand-over to the lokaal team, the end of a measure and the follow-up after it."""
