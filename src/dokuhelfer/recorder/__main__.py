"""Entry of the recorder: ``python -m dokuhelfer.recorder``."""

from dokuhelfer.recorder.main import main

if __name__ == "__main__":
    main()
