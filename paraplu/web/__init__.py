"""The frame every page hangs in: people who log in, what they may do, and the trace they leave."""
