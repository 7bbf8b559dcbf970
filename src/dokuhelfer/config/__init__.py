"""Settings: typed, declared, bounded; policy beats user beats default."""
