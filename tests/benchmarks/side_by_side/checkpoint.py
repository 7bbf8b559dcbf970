"""``checkpoint.py MODEL TARGET``: a CTranslate2 folder as a file for openai-whisper."""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from weights import dimensions, read, state

if __name__ == "__main__":
    arrays = read(Path(sys.argv[1], "model.bin"))
    weights = {name: torch.tensor(array) for name, array in state(arrays).items()}
    torch.save({"dims": dimensions(arrays), "model_state_dict": weights}, sys.argv[2])
