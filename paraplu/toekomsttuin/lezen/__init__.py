"""What the pages show, put together from the rows of a garden or household that one may see."""
