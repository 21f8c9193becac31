"""The checking child: a program of its own, without Django, that judges one stranger's file and ends.

The file comes on its input, the certificates to trust are its arguments, the answer is JSON. A library in pure Python
that follows a file's own tables has no bounds of its own: so the kernel sets them, and this process is what breaks.
"""

import json
import resource
import sys
from dataclasses import asdict
from pathlib import Path

MEMORY = 640 << 20
CPU_SECONDS = 15
"""A contract of 30 pages with two signatures takes 2, the library's own loading included."""


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def main() -> None:
    limit()
    from zhunru.documents.judging import judge

    content = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(asdict(judge(content, [Path(root) for root in sys.argv[1:]]))))


if __name__ == "__main__":
    main()
