"""Native inference, always in a child process: protocol, supervision, outcomes."""
