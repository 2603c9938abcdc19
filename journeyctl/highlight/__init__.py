"""Colours for ``.journey`` files: one description, from which each editor's form is made."""
