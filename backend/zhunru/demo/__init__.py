"""A county to try the platform on: real divisions, lists and departments; accounts named by their role."""
