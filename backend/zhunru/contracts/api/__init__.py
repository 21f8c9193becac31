"""Routes of contracts, at the same addresses on both hosts."""
