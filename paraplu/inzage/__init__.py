"""Who sees which figures of the monitor, and how: area, period, hidden values, words, charts, exports."""
