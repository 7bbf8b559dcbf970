"""Whisper models of exact size that recognise nothing: speed and memory without a download.

Time and memory of a model follow from the shapes of its matrices and from how many tokens it
gives, not from what it knows. So the weights are random but for a few: these make the model
give a fixed sequence of tokens, as many as German speech of that length takes, and end. Our
program and any other that runs Whisper models can be measured with it unchanged.

* `sizes`: the shapes.
* `script`: which tokens it gives, and in which order.
* `encoder`, `decoder`: the weights; `times`: those behind word times.
* `folder`: the files of a model folder.
"""
