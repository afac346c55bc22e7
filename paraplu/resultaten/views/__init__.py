"""The pages, one module per subject. Each reads the chosen view, asks, and renders."""
