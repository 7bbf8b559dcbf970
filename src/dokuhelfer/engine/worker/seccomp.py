"""No network socket in this process, whatever a library would like: a kernel filter.

onnxruntime's wheels carry a telemetry client that resolves and calls its maker's servers
some seconds after loading; switching it off by its variable is asking, this is refusing.
The filter is classic BPF by prctl/seccomp(2), as in deployment.md §5.2.
"""

from __future__ import annotations

import ctypes
import platform
import sys
from dataclasses import dataclass

_AF_UNIX = 1
_SET_MODE_FILTER = 1  # linux/seccomp.h
_TSYNC = 1
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1  # SECCOMP_RET_ERRNO, EPERM
_X32_BIT = 0x40000000

# linux/bpf_common.h: load a word, jump if equal, jump if greater or equal, return
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
# struct seccomp_data
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16


@dataclass(frozen=True, slots=True)
class _Machine:
    """What the kernel calls an architecture, and its numbers of the system calls."""

    audit: int
    socket: int
    seccomp: int
    io_uring_setup: int = 425


_MACHINES = {
    "x86_64": _Machine(audit=0xC000003E, socket=41, seccomp=317),
    "aarch64": _Machine(audit=0xC00000B7, socket=198, seccomp=277),
}


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(_Instruction)))


def forbid_network() -> bool:
    """Refuse every socket but AF_UNIX in all threads of this process and its children.

    Returns:
        Whether the filter is in force. It is not on Windows (a firewall rule does it
        there), on other processors, and in kernels without seccomp.
    """
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    rules = _rules(machine)
    program = _Program(len(rules), (_Instruction * len(rules))(*rules))
    libc = ctypes.CDLL(None, use_errno=True)
    done = libc.syscall(machine.seccomp, _SET_MODE_FILTER, _TSYNC, ctypes.byref(program))
    return int(done) == 0


def _rules(machine: _Machine) -> list[_Instruction]:
    """The filter; jumps count the instructions to pass over."""
    return [
        _Instruction(_LOAD, 0, 0, _ARCHITECTURE),
        _Instruction(_IF_EQUAL, 0, 7, machine.audit),
        _Instruction(_LOAD, 0, 0, _NUMBER),
        _Instruction(_IF_AT_LEAST, 5, 0, _X32_BIT),
        _Instruction(_IF_EQUAL, 4, 0, machine.io_uring_setup),
        _Instruction(_IF_EQUAL, 0, 2, machine.socket),
        _Instruction(_LOAD, 0, 0, _FIRST_ARGUMENT),
        _Instruction(_IF_EQUAL, 0, 1, _AF_UNIX),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _REFUSE),
    ]
