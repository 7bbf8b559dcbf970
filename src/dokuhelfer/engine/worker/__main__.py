"""``python -m dokuhelfer.engine.worker``: the child program."""

from dokuhelfer.engine.worker.main import main

if __name__ == "__main__":
    main()
