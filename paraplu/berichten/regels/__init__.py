"""The rules of iJW: what they say (`register`), and those that are checked inside one message."""
