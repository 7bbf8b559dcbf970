"""How fast this machine is with what is installed; what it says about nobody's work.

Nothing but the command ``bench`` imports this package.
"""
