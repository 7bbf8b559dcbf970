"""A shape's model folder: weights, settings and vocabulary as a real one has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs import WhisperSpec

from dokuhelfer.engine.worker.shapes.decoder import fill_decoder
from dokuhelfer.engine.worker.shapes.encoder import fill_encoder
from dokuhelfer.engine.worker.shapes.script import write_script
from dokuhelfer.engine.worker.shapes.sizes import Size

_SEED = 20_261_122
_MELS_WITHOUT_FILE = 80
_FIRST_LANGUAGE = "<|en|>"
_LAST_LANGUAGE = "<|su|>"
_CANTONESE = "<|yue|>"
"""The language that the models with 128 mel bands know in addition."""


def make_folder(size: Size, vocabulary_folder: Path, folder: Path) -> None:
    """Write a model of ``size`` into the empty folder ``folder``.

    Takes the memory of the weights as int8, twice at most, and seconds.

    Args:
        vocabulary_folder: a model folder with Whisper's vocabulary of 51,865 tokens.

    Raises:
        OSError: something cannot be read or written.
    """
    tokenizer = json.loads((vocabulary_folder / "tokenizer.json").read_bytes())
    vocabulary = json.loads((vocabulary_folder / "vocabulary.json").read_bytes())
    if size.vocabulary > len(vocabulary):
        _add_language(tokenizer, vocabulary)
    _write_json(folder / "tokenizer.json", tokenizer)
    if size.mels != _MELS_WITHOUT_FILE:
        _write_json(folder / "preprocessor_config.json", {"feature_size": size.mels})
    _spec(size, vocabulary).save(str(folder))


def _spec(size: Size, vocabulary: Sequence[str]) -> WhisperSpec:
    chance = np.random.default_rng(_SEED)
    spec = WhisperSpec(size.encoder_layers, size.heads, size.decoder_layers, size.heads)
    fill_encoder(spec, size, chance)
    fill_decoder(spec, size, write_script(vocabulary), chance)
    spec.register_vocabulary(list(vocabulary))
    first, last = vocabulary.index(_FIRST_LANGUAGE), _last_language(vocabulary)
    spec.config.lang_ids = list(range(first, last + 1))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [vocabulary.index("Ġ"), vocabulary.index("<|endoftext|>")]
    spec.config.alignment_heads = [list(head) for head in size.alignment_heads]
    spec.validate()
    spec.decoder.projection.weight = "decoder/embeddings/weight"
    spec.decoder.projection.weight_scale = "decoder/embeddings/weight_scale"
    return spec


def _last_language(vocabulary: Sequence[str]) -> int:
    last = vocabulary.index(_LAST_LANGUAGE)
    return last + 1 if vocabulary[last + 1] == _CANTONESE else last


def _add_language(tokenizer: dict[str, list[dict[str, object]]], vocabulary: list[str]) -> None:
    place = vocabulary.index(_LAST_LANGUAGE) + 1
    vocabulary.insert(place, _CANTONESE)
    added = tokenizer["added_tokens"]
    at = next(n for n, token in enumerate(added) if token["id"] == place)
    for token in added[at:]:
        token["id"] = int(str(token["id"])) + 1
    added.insert(at, added[at - 1] | {"id": place, "content": _CANTONESE})


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
