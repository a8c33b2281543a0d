"""The secret key of a locked journal, and the passphrase that it is wrapped in."""
