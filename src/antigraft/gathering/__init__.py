"""Many plans at once: finding them, looking at each, on all processors, and not twice.

Nothing is imported here: a process that only looks whether plans have changed starts in a moment.
"""
