"""Every kind of finding: code, name, severity. Codes are stable; a retired one is not reused.

S syntax · V values · N names · O order of the stages · F flow · X files and engines.
"""

from journeyctl.diagnostics import Kind

# Syntax

# Values

# Names
UNDECLARED_NAME = Kind("N001", "undeclared-name", "error")
DECLARED_TWICE = Kind("N002", "declared-twice", "error")
UNKNOWN_TARGET = Kind("N003", "unknown-target", "error")
AMBIGUOUS_TARGET = Kind("N004", "ambiguous-target", "error")
ID_TWICE = Kind("N005", "id-twice", "error")
RESERVED_ID = Kind("N006", "reserved-id", "error")
UNUSED_NAME = Kind("N007", "unused-name", "warning")
LANGUAGE_WITHOUT_WORDS = Kind("N008", "language-without-words", "hint")

# Order
UNKNOWN_STAGE = Kind("O001", "unknown-stage", "error")
STAGE_OUT_OF_ORDER = Kind("O002", "stage-out-of-order", "error")
MISSING_STAGE = Kind("O003", "missing-stage", "error")
REPEATED_STAGE = Kind("O004", "repeated-stage", "error")
EMPTY_STAGE = Kind("O005", "empty-stage", "warning")
BEYOND_SCOPE = Kind("O006", "beyond-scope", "error")
STAGES_AND_MODEL = Kind("O007", "stages-and-model", "error")
UNKNOWN_MODEL = Kind("O008", "unknown-model", "error")
STAGE_LIST = Kind("O009", "stage-list", "error")

# Flow
STAGE_SKIPPED = Kind("F001", "stage-skipped", "error")
ENDLESS_LOOP = Kind("F002", "endless-loop", "error")
UNREACHABLE_STEP = Kind("F003", "unreachable-step", "error")
FEW_ANSWERS = Kind("F004", "few-answers", "error")
RUN_OF_ONE = Kind("F005", "run-of-one", "warning")
SHARES_SUM = Kind("F006", "shares-sum", "error")
SHARES_INCOMPLETE = Kind("F007", "shares-incomplete", "error")
ANSWER_WITHOUT_WAY = Kind("F008", "answer-without-way", "error")
ANSWER_WITH_TWO_WAYS = Kind("F009", "answer-with-two-ways", "error")
TWO_BARE_ARROWS = Kind("F010", "two-bare-arrows", "error")
ARROW_ON_PART = Kind("F011", "arrow-on-part", "error")
ARROW_TO_PART = Kind("F012", "arrow-to-part", "error")
STEPS_TOO_DEEP = Kind("F013", "steps-too-deep", "error")
STEP_BEFORE_STAGE = Kind("F014", "step-before-stage", "error")
STAGE_DURATION = Kind("F015", "stage-duration", "warning")
JOURNEY_DURATION = Kind("F016", "journey-duration", "warning")

# Files and engines

# Files that cannot be read, and places that cannot be written
NO_SUCH_FILE = Kind("X101", "no-such-file", "error")
NO_JOURNEYS = Kind("X102", "no-journeys", "error")
UNREADABLE = Kind("X103", "unreadable", "error")
NOT_UTF8 = Kind("X104", "not-utf8", "error")
NOT_TEXT = Kind("X105", "not-text", "error")
TOO_LARGE = Kind("X106", "too-large", "error")
BAD_OUTPUT = Kind("X107", "bad-output", "error")
NO_GLYPHS = Kind("X108", "no-glyphs", "warning")
