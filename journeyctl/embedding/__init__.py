"""Journeys in Markdown pages."""
