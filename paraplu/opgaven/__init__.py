"""What parties report themselves: yearly returns, the survey, checklists, incidents (RA1, RA3-RA6, RA8, RA11)."""
