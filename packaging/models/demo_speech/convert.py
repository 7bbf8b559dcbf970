"""From a checkpoint to the int8 folder faster-whisper reads."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import torch
from ctranslate2.converters import TransformersConverter
from transformers import WhisperFeatureExtractor, WhisperTokenizerFast

from .network import END, Network, Shape

_FIRST_LANGUAGE, _LAST_LANGUAGE = 50259, 50357
_NO_TIMESTAMPS = 50363
_END_TEXT = "<|endoftext|>"


def convert(checkpoint: Path, tokenizer: Path, folder: Path) -> None:
    """Write ``model.bin``, ``config.json``, ``vocabulary.json`` and ``tokenizer.json``."""
    shape = Shape()
    network = Network(shape)
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    whisper = network.whisper
    last, heads = shape.decoder_layers - 1, shape.width // 64
    whisper.generation_config.alignment_heads = [[last, head] for head in range(heads)]
    whisper.generation_config.no_timestamps_token_id = _NO_TIMESTAMPS
    with tempfile.TemporaryDirectory() as between:
        whisper.save_pretrained(between)
        WhisperTokenizerFast(
            tokenizer_file=str(tokenizer),
            unk_token=_END_TEXT,
            bos_token=_END_TEXT,
            eos_token=_END_TEXT,
            pad_token=_END_TEXT,
        ).save_pretrained(between)
        WhisperFeatureExtractor(feature_size=shape.mels).save_pretrained(between)
        TransformersConverter(between).convert(str(folder), quantization="int8", force=True)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    _complete(folder / "config.json")


def _complete(config: Path) -> None:
    """Name the languages: the converter looks for them in a table we have no need of."""
    settings = json.loads(config.read_text(encoding="utf-8"))
    settings["lang_ids"] = list(range(_FIRST_LANGUAGE, _LAST_LANGUAGE + 1))
    settings["suppress_ids_begin"] = [220, END]
    config.write_text(json.dumps(settings), encoding="utf-8")
