from zhunru.admissions.tests.fixtures import at, quick_hashes, stage, var

__all__ = ["at", "quick_hashes", "stage", "var"]
