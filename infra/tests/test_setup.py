"""The set-up's words and choices, each part of it run alone against a machine made of small stand-ins."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("env", "head", "cat", "sed", "grep", "bash")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs that is all there is on the path; `stand_in` adds to it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(f"/usr/bin/{tool}")
    return folder


def stand_in(machine: Path, name: str, script: str) -> None:
    program = machine / name
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f"#!/usr/bin/bash\n{script}\n")
    program.chmod(0o755)


def run(machine: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a function of the set-up, with nothing but the machine's programs and a home beside them."""
    parts = " ".join(f"source {ROOT}/infra/setup.d/{part}.sh;" for part in ("say", "system", "python", "node", "fonts"))
    script = f"set -euo pipefail; ROOT={machine}; LOG={machine}/log; {parts} {command}"
    env = {"PATH": str(machine), "HOME": str(machine.parent)}
    return subprocess.run(["/usr/bin/bash", "-c", script], env=env, capture_output=True, text=True, check=False)


def test_without_sudo_the_exact_command_is_named_and_nothing_is_run(machine: Path) -> None:
    stand_in(machine, "id", "echo 1000")
    done = run(machine, "apt_install make poppler-utils")
    assert done.returncode == 1
    assert (
        done.stderr.splitlines()[-1]
        .strip()
        .endswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends make poppler-utils")
    )


def test_with_sudo_it_installs_by_itself(machine: Path) -> None:
    stand_in(machine, "id", "echo 1000")
    stand_in(machine, "sudo", f'echo "$@" >>{machine}/asked')
    assert run(machine, "apt_install make").returncode == 0
    asked = (machine / "asked").read_text()
    assert "apt-get update" in asked
    assert "apt-get install -yq --no-install-recommends make" in asked


def test_an_old_node_is_refused_by_its_version(machine: Path) -> None:
    stand_in(machine, "npm", "")
    stand_in(machine, "node", "echo v18.19.0")
    assert "Node.js 20 or later with npm is needed (found: v18.19.0)" in run(machine, "check_node").stderr
    stand_in(machine, "node", "echo v20.19.2")
    assert run(machine, "check_node").returncode == 0


def python_that_is(machine: Path, name: str, *, new: bool) -> str:
    path = machine / name
    stand_in(machine, name, f'case "$2" in *executable*) echo {path} ;; *exit*) exit {0 if new else 1} ;; esac')
    return str(path)


def test_a_python_that_only_pyenv_knows_is_found_behind_a_shim_that_leads_nowhere(machine: Path) -> None:
    stand_in(machine, "python3.13", "exit 127")
    python_that_is(machine, "python3", new=False)
    wanted = python_that_is(machine.parent / ".pyenv/versions/3.13.0/bin", "python", new=True)
    assert run(machine, "new_python").stdout.strip() == wanted


def test_a_machine_with_old_pythons_only_still_gets_uv(machine: Path) -> None:
    old = python_that_is(machine, "python3", new=False)
    assert run(machine, "new_python").stdout.strip() == ""
    assert run(machine, "any_python").stdout.strip() == old


def test_debians_python_without_venv_asks_for_the_package(machine: Path) -> None:
    assert run(machine, "packages_for_uv").stdout.split() == ["python3", "python3-venv"]
    stand_in(machine, "python3", f'case "$2" in *ensurepip*) exit 1 ;; *) echo {machine}/python3 ;; esac')
    assert run(machine, "packages_for_uv").stdout.split() == ["python3-venv"]


def test_a_part_that_fails_shows_the_end_of_its_log(machine: Path) -> None:
    stand_in(machine, "tail", 'exec /usr/bin/tail "$@"')
    stand_in(machine, "broken", "echo it hurts; exit 3")
    done = run(machine, 'quietly "doing it" broken')
    assert done.returncode == 1
    assert "it hurts" in done.stderr
    assert f"That failed: doing it. The whole output is in {machine}/log." in done.stderr
