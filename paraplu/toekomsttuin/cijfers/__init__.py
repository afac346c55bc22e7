"""Figures of the gardens: counted over households, hidden where few, each with its receipt."""
