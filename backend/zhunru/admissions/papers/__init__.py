"""What the papers on a case say, gathered from the application, the matter and the decision."""
