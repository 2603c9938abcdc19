"""journeyctl: customer journeys as plain text, checked and drawn."""

__version__ = "0.1.0"
