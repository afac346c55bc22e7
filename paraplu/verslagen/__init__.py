"""Reports made from the figures: per meeting and per year, published, kept, and made again."""
