"""The ways through a journey, in numbers: who comes where, and what it takes."""
