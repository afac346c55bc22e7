"""The pages of this room: the list, one report, its files, and making and publishing one."""
