"""What imports of other programs' files have brought, and what of it stands."""
