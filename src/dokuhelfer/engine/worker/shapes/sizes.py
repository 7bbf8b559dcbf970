"""The sizes of OpenAI's models (its model card and ``generation_config.json``)."""

from __future__ import annotations

from dataclasses import dataclass

HEAD_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Size:
    """One shape.

    Attributes:
        width: of the stream between the layers; heads are 64 wide.
        vocabulary: tokens; the models with 128 mel bands know one language more.
        alignment_heads: (layer, head) of the decoder that word times are read from.
    """

    width: int
    encoder_layers: int
    decoder_layers: int
    mels: int
    vocabulary: int
    alignment_heads: tuple[tuple[int, int], ...]

    @property
    def heads(self) -> int:
        """Attention heads of each layer."""
        return self.width // HEAD_WIDTH


SIZES = {
    "tiny": Size(384, 4, 4, 80, 51_865, ((2, 2), (3, 0), (3, 2), (3, 3), (3, 4), (3, 5))),
    "base": Size(
        512, 6, 6, 80, 51_865, ((3, 1), (4, 2), (4, 3), (4, 7), (5, 1), (5, 2), (5, 4), (5, 6))
    ),
    "small": Size(
        768,
        12,
        12,
        80,
        51_865,
        (
            *((5, 3), (5, 9), (8, 0), (8, 4), (8, 7)),
            *((8, 8), (9, 0), (9, 7), (9, 9), (10, 5)),
        ),
    ),
    "turbo": Size(1280, 32, 4, 128, 51_866, ((2, 4), (2, 11), (3, 3), (3, 6), (3, 11), (3, 14))),
}
"""tiny, base, small and large-v3-turbo, by the names that ``dokuhelfer bench`` takes."""
