"""Dokuhelfer: spoken care and counselling notes become checked Word drafts, on the device."""

__version__ = "0.1.0"
