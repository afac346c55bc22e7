"""iJW messages: read, check, write. A release is data."""
