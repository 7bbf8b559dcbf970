"""What is kept on this device: dictations with recordings, drafts and versions, all encrypted."""
