"""How long it all takes, beside what people would take else: ``python -m tests.bench``."""
