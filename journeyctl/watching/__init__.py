"""``journeyctl watch``: a local page that shows journeys while they are written."""
