"""What may be done with the lists; each act joins its caller's transaction and leaves a signed trace."""
