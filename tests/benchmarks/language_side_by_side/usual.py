"""The usual way, in a process of its own: one call with a JSON schema, defaults.

``python -m language_side_by_side.usual MODEL < request``; prints seconds to the first field's end
and to the whole answer, and the most memory it had. The answer is forced to the gold draft.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time

import llama_cpp


def main(file: str) -> None:
    """Load, then answer the one request of standard input, measured."""
    request = json.load(sys.stdin)
    clock = time.process_time if request["processor"] else time.perf_counter
    os.nice(5)  # as our child process is
    model = llama_cpp.Llama(file, n_ctx=request["context"], chat_format="chatml", verbose=False)
    answer = json.dumps(request["values"], ensure_ascii=False)
    first_end = answer.index('", "') if '", "' in answer else len(answer)
    forced = model.tokenize(answer.encode(), add_bos=False, special=False)
    forced.append(model.token_eos())
    at = 0

    def force(_tokens, scores):  # type: ignore[no-untyped-def]
        nonlocal at
        scores[forced[min(at, len(forced) - 1)]] = 1e6
        at += 1
        return scores

    began = clock()
    first = 0.0
    written = ""
    for piece in model.create_chat_completion(
        messages=[
            {"role": "system", "content": request["task"]},
            {"role": "user", "content": request["dictation"]},
        ],
        response_format={"type": "json_object", "schema": request["schema"]},
        logits_processor=llama_cpp.LogitsProcessorList([force]),
        stream=True,
        max_tokens=len(forced) + 8,
    ):
        written += piece["choices"][0]["delta"].get("content") or ""
        if not first and len(written) >= first_end:
            first = clock() - began
    done = clock() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    json.dump(
        {
            "first": first,
            "whole": done,
            "megabytes": peak,
            "tokens": len(forced),
            "as_forced": written.strip() == answer,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(sys.argv[1])
