"""The pages of what is found while a file is read, bound and drawn: by kind, in each family.

What a rule finds in the journey itself has its page in the rule's docstring. Both are written
alike: what is found, ``Reads:``, ``Why:``, an example that is wrong, ``Better:``, and the same
made right. In an example ``<U+0009>`` stands for that sign, and ``<U+0061 x 2001>`` for so many.
"""
