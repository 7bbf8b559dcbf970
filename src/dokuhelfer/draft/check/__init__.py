"""Every statement against its evidence, whoever wrote it."""
