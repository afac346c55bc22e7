"""The pages of this room: proposals beside the rule that holds, and what is to be expected."""
