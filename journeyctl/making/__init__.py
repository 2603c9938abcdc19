"""Outputs made from journeys: what is ordered, who makes it, and whether it must be made at all."""
