"""Shape of the model, its helper for training, and how sound becomes mel frames."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from faster_whisper.feature_extractor import FeatureExtractor
from torch import Tensor, nn
from torch.nn import functional
from transformers import WhisperConfig, WhisperForConditionalGeneration

END, START, GERMAN, TRANSCRIBE, NO_SPEECH = 50257, 50258, 50261, 50359, 50362
FIRST_TIME = 50364
VOCABULARY = 51865
LETTERS = " abcdefghijklmnopqrstuvwxyzäöüß0123456789"
"""What the helper spells; its class 0 is the blank of CTC."""

_FFT, _HOP = 400, 160


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; heads are 64 wide as in Whisper."""

    width: int = 192
    encoder_layers: int = 4
    decoder_layers: int = 3
    mels: int = 80

    def config(self) -> WhisperConfig:
        """The same in the words of transformers."""
        return WhisperConfig(
            vocab_size=VOCABULARY,
            num_mel_bins=self.mels,
            d_model=self.width,
            encoder_layers=self.encoder_layers,
            decoder_layers=self.decoder_layers,
            encoder_attention_heads=self.width // 64,
            decoder_attention_heads=self.width // 64,
            encoder_ffn_dim=4 * self.width,
            decoder_ffn_dim=4 * self.width,
            dropout=0.0,
            bos_token_id=END,
            eos_token_id=END,
            pad_token_id=END,
            decoder_start_token_id=START,
            max_source_positions=1500,
            max_target_positions=448,
            begin_suppress_tokens=[220, END],
            suppress_tokens=[],
        )


class Network(nn.Module):
    """Whisper with a speller on its encoder.

    The speller (CTC) is thrown away after training. It teaches the encoder where the
    letters are; without it, attention does not come to life on so little data.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.whisper = WhisperForConditionalGeneration(shape.config())
        self.speller = nn.Linear(shape.width, len(LETTERS) + 1)

    def encode(self, mels: Tensor) -> Tensor:
        """Encoder output for windows of any length; Whisper's own insists on 30 s."""
        encoder = self.whisper.model.encoder
        hidden = functional.gelu(encoder.conv1(mels))
        hidden = functional.gelu(encoder.conv2(hidden)).transpose(1, 2)
        hidden = hidden + encoder.embed_positions.weight[: hidden.shape[1]]
        for layer in encoder.layers:
            output = layer(hidden, None)
            hidden = output[0] if isinstance(output, tuple) else output
        return encoder.layer_norm(hidden)

    def decode(self, tokens: Tensor, encoded: Tensor) -> Tensor:
        """Hidden states of the decoder; `project` turns those that count into scores."""
        return self.whisper.model.decoder(
            input_ids=tokens, encoder_hidden_states=encoded
        ).last_hidden_state

    def project(self, hidden: Tensor) -> Tensor:
        """Scores over the vocabulary."""
        return self.whisper.proj_out(hidden)


class Mels(nn.Module):
    """Log-mel frames exactly as faster-whisper computes them, with its own filters."""

    def __init__(self, mels: int = 80) -> None:
        super().__init__()
        filters = FeatureExtractor(feature_size=mels).mel_filters
        self.register_buffer("filters", torch.from_numpy(filters).float())
        self.register_buffer("window", torch.hann_window(_FFT))

    def forward(self, waves: Tensor) -> Tensor:
        """``waves`` is batch by samples, the result batch by mels by frames."""
        spectrum = torch.stft(waves, _FFT, _HOP, window=self.window, return_complex=True)
        power = spectrum[..., :-1].abs() ** 2
        logs = torch.clamp(torch.matmul(self.filters, power), min=1e-10).log10()
        logs = torch.maximum(logs, logs.amax(dim=(1, 2), keepdim=True) - 8.0)
        return (logs + 4.0) / 4.0
