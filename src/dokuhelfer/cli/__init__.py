"""The command line: the same path as the window, without one."""
