"""Every kind of finding: code, name, severity. Codes are stable; a retired one is not reused.

S syntax · V values · N names · O order of the stages · F flow · X files and engines.
"""

from journeyctl.diagnostics import Kind

# Syntax

# Values

# Names

# Order

# Flow

# Files and engines
