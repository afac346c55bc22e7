"""The monitor's pages: overview, value, completeness, deliveries, sheets."""
