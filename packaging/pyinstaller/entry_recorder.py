"""What the frozen `dokuhelfer-recorder` runs: the child program that owns the microphone."""

from dokuhelfer.recorder.main import main

main()
