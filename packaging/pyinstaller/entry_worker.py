"""What the frozen `dokuhelfer-worker` runs: the child program of the engine."""

from dokuhelfer.engine.worker.main import main

main()
