"""What the routes of each room need in their address, one module per room."""
