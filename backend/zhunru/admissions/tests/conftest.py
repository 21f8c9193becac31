from zhunru.admissions.tests.fixtures import quick_hashes, stage, var

__all__ = ["quick_hashes", "stage", "var"]
