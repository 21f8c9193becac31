"""The two OpenAPI documents and the TypeScript client made from them: written by `make openapi`, checked by --check."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APIS = ("county", "township")


def generate(folder: Path) -> dict[Path, Path]:
    """Make all files in `folder`; give for each the place in the checkout that it belongs to."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.path.insert(0, str(ROOT / "backend"))
    importlib.import_module("django").setup()
    encoder = importlib.import_module("ninja.responses").NinjaJSONEncoder
    made: dict[Path, Path] = {}
    for name in APIS:
        api = importlib.import_module(f"config.{name}_api").api
        document = api.get_openapi_schema(path_prefix="/api/")
        text = json.dumps(document, cls=encoder, indent=2, ensure_ascii=False)
        described, typed = folder / f"{name}.json", folder / f"{name}.d.ts"
        described.write_text(f"{text}\n", encoding="utf-8")
        _type(described, typed)
        made[described] = ROOT / "frontend/openapi" / described.name
        made[typed] = ROOT / "frontend/src/api" / typed.name
    return made


def _type(described: Path, typed: Path) -> None:
    """Make the TypeScript types of one document."""
    # A field with a default may be left out of what is sent; what comes back has no defaults.
    options = ["--default-non-nullable=false", "-o", str(typed)]
    command = ["npx", "--no-install", "openapi-typescript", str(described), *options]
    done = subprocess.run(command, cwd=ROOT / "frontend", capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"openapi-typescript failed on {described.name}:\n{done.stderr}")


def main() -> int:
    """Write the files; with --check only compare them, and fail when one has drifted."""
    with tempfile.TemporaryDirectory() as folder:
        made = generate(Path(folder))
        drifted = [path for new, path in made.items() if not path.exists() or path.read_bytes() != new.read_bytes()]
        if "--check" not in sys.argv[1:]:
            for new, path in made.items():
                shutil.copyfile(new, path)
            return 0
    for path in drifted:
        print(f"{path.relative_to(ROOT)} no longer says what the routes say; run `make openapi`", file=sys.stderr)
    return 1 if drifted else 0


if __name__ == "__main__":
    raise SystemExit(main())
