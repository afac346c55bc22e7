"""Answers: situation by situation, and on random messages."""
