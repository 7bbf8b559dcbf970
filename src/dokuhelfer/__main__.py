"""Entry point: chooses what to start before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the command line with this process's arguments."""
    try:
        from dokuhelfer.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        # Before `run` has its own net, while modules are still loading.
        return 130


if __name__ == "__main__":
    sys.exit(main())
