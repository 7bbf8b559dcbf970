"""The rule of decision 002: no process holds both GPL decoders and Intel's library.

x264 and x265 (GPL, inside ``av``) and oneMKL (inside ``ctranslate2``, no changes and no
disassembly allowed) may both be passed on, but not as one program. So each job of the worker may
load only one of them.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

IMPORT = """
import json, sys
{imports}
with open("/proc/self/maps") as maps:
    names = {{line.rsplit("/", 1)[1].strip() for line in maps if "/" in line}}
print(json.dumps(sorted(names)))
"""


def libraries_after(imports: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT.format(imports=imports)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return {name.split("-")[0].split(".")[0] for name in json.loads(done.stdout)}


SPEECH = """
from dokuhelfer.engine.worker import absent
absent.stand_in()
import dokuhelfer.engine.worker.speech
"""


@pytest.mark.program
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_speech_job_loads_no_gpl_decoder() -> None:
    loaded = libraries_after(SPEECH)
    assert "libctranslate2" in loaded
    assert not loaded & {"libavcodec", "libx264", "libx265"}


@pytest.mark.program
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_decode_job_loads_no_intel_library() -> None:
    loaded = libraries_after("import dokuhelfer.engine.worker.decode")
    assert {"libavcodec", "libx264"} <= loaded
    assert "libctranslate2" not in loaded
