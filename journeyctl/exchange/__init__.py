"""Journeys in other forms: what comes in (``from_…``) and what goes out (``to_…``)."""
