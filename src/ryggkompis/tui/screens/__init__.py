"""Pages and dialogs, one file each."""
