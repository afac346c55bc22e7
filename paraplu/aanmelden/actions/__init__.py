"""The only writers of this room; one module per part of the routes."""
