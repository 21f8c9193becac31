from zhunru.admissions.tests.fixtures import begun, quick_hashes, stage, staged, var

__all__ = ["begun", "quick_hashes", "stage", "staged", "var"]
