"""Every kind of finding: code, name, severity. Codes are stable; a retired one is not reused.

S syntax · V values · N names · O order of the stages · F flow · P practice · M measures ·
C choosing · X files and engines. Each has a page: the docstring of the function in
``journeyctl/rules`` that is named like it, else a text in ``journeyctl/rules/pages``.
"""

from journeyctl.diagnostics import Kind

# Syntax
EMPTY_FILE = Kind("S001", "empty-file", "error")
MISSING_TITLE = Kind("S002", "missing-title", "error")
UNKNOWN_LINE = Kind("S003", "unknown-line", "error")
UNKNOWN_KEY = Kind("S004", "unknown-key", "error")
MISPLACED_KEY = Kind("S005", "misplaced-key", "error")
REPEATED_KEY = Kind("S006", "repeated-key", "error")
EMPTY_VALUE = Kind("S007", "empty-value", "warning")
MISSING_LABEL = Kind("S008", "missing-label", "error")
BAD_NAME = Kind("S009", "bad-name", "error")
NEAR_TAG = Kind("S010", "near-tag", "error")
TAG_IN_LABEL = Kind("S011", "tag-in-label", "warning")
MISPLACED_TAG = Kind("S012", "misplaced-tag", "error")
REPEATED_TAG = Kind("S013", "repeated-tag", "error")
ARROW_IN_LABEL = Kind("S014", "arrow-in-label", "warning")
OPEN_QUOTE = Kind("S015", "open-quote", "warning")
MISPLACED_ARROW = Kind("S016", "misplaced-arrow", "error")
MISPLACED_STEP = Kind("S017", "misplaced-step", "error")
MISPLACED_DECLARATION = Kind("S018", "misplaced-declaration", "error")
MIXED_INDENT = Kind("S019", "mixed-indent", "warning")
READ_AS_MEANT = Kind("S020", "read-as-meant", "hint")
FORBIDDEN_CHARACTER = Kind("S021", "forbidden-character", "error")
DIRECTION_CHARACTER = Kind("S022", "direction-character", "warning")
TOO_LONG = Kind("S023", "too-long", "error")

# Values
BAD_DURATION = Kind("V001", "bad-duration", "error")
BAD_METRIC = Kind("V002", "bad-metric", "error")
UNCLEAR_NUMBER = Kind("V003", "unclear-number", "warning")
BAD_EVIDENCE = Kind("V004", "bad-evidence", "error")
BAD_LINK = Kind("V005", "bad-link", "error")
UNSAFE_LINK = Kind("V006", "unsafe-link", "error")
BAD_VALUE = Kind("V007", "bad-value", "error")

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
NO_STAGES = Kind("O010", "no-stages", "error")

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

# Practice: B2B
NOBODY_DECIDES = Kind("P001", "nobody-decides", "warning")
COMMITTEE_OF_ONE = Kind("P002", "committee-of-one", "warning")
ABSENT_STAKEHOLDER = Kind("P003", "absent-stakeholder", "warning")
STAGE_WITHOUT_CUSTOMER = Kind("P004", "stage-without-customer", "warning")
SILENT_HANDOVER = Kind("P005", "silent-handover", "warning")
LONG_WITHOUT_CONTACT = Kind("P006", "long-without-contact", "warning")

# Practice: B2C
MANY_DECIDERS = Kind("P101", "many-deciders", "warning")
CHECKOUT_QUESTIONS = Kind("P102", "checkout-questions", "warning")

# Practice: every journey
TOUCHPOINT_WITHOUT_CHANNEL = Kind("P201", "touchpoint-without-channel", "warning")
CHANNEL_USED_ONCE = Kind("P202", "channel-used-once", "warning")
FALL_WITHOUT_PAIN = Kind("P203", "fall-without-pain", "warning")
PAIN_WITHOUT_IDEA = Kind("P204", "pain-without-idea", "warning")
UNMEASURED_MOMENT = Kind("P205", "unmeasured-moment", "warning")
NO_WAY_BACK = Kind("P206", "no-way-back", "warning")

# Measures
METRIC_WITHOUT_TARGET = Kind("M001", "metric-without-target", "warning")
TARGET_MISSED = Kind("M002", "target-missed", "warning")
UNITS_DIFFER = Kind("M003", "units-differ", "warning")
STAGE_WITHOUT_METRIC = Kind("M004", "stage-without-metric", "warning")
OLD_EVIDENCE = Kind("M005", "old-evidence", "warning")
CLAIM_WITHOUT_EVIDENCE = Kind("M006", "claim-without-evidence", "warning")

# Choosing: comments that ignore findings
UNUSED_IGNORE = Kind("C001", "unused-ignore", "warning")
BAD_IGNORE = Kind("C002", "bad-ignore", "warning")

# Files and engines

# Engines, and the pictures they give back
NO_ENGINE = Kind("X201", "no-engine", "error")
ENGINE_FAILED = Kind("X202", "engine-failed", "error")
ENGINE_HANGS = Kind("X203", "engine-hangs", "error")
BROKEN_PICTURE = Kind("X204", "broken-picture", "error")
PICTURE_SCALED = Kind("X205", "picture-scaled", "warning")
SMALL_TYPE = Kind("X206", "small-type", "warning")

# Writing
NOT_WRITTEN = Kind("X301", "not-written", "error")
BAD_EMBEDDING = Kind("X302", "bad-embedding", "error")
UNREAD_JOURNEY = Kind("X303", "unread-journey", "warning")
LEFT_OVER_IMAGE = Kind("X304", "left-over-image", "warning")

# Files that cannot be read, and places that cannot be written
NO_SUCH_FILE = Kind("X101", "no-such-file", "error")
NO_JOURNEYS = Kind("X102", "no-journeys", "error")
UNREADABLE = Kind("X103", "unreadable", "error")
NOT_UTF8 = Kind("X104", "not-utf8", "error")
NOT_TEXT = Kind("X105", "not-text", "error")
TOO_LARGE = Kind("X106", "too-large", "error")
BAD_OUTPUT = Kind("X107", "bad-output", "error")
NO_GLYPHS = Kind("X108", "no-glyphs", "warning")
MANY_STEPS = Kind("X109", "many-steps", "warning")
TOO_MANY_STEPS = Kind("X110", "too-many-steps", "error")
NO_REVISION = Kind("X111", "no-revision", "error")

# Views
NOTHING_TO_DRAW = Kind("X501", "nothing-to-draw", "warning")
VIEW_LEFT_OUT = Kind("X502", "view-left-out", "hint")

# Templates of one's own
NO_TEMPLATE = Kind("X701", "no-template", "error")
BAD_TEMPLATE = Kind("X702", "bad-template", "error")
ENDLESS_TEMPLATE = Kind("X703", "endless-template", "error")
BAD_DESIGN = Kind("X704", "bad-design", "error")

# Other forms of a journey: what comes in and what goes out
NOT_IMPORTED = Kind("X601", "not-imported", "error")
NOT_CARRIED_OVER = Kind("X602", "not-carried-over", "warning")
GUESSED = Kind("X603", "guessed", "hint")

# Slides
NO_LIBRARY = Kind("X801", "no-library", "error")

# Configuration and themes, and bugs of our own
BAD_CONFIGURATION = Kind("X401", "bad-configuration", "error")
BUG = Kind("X402", "bug", "error")
LOW_CONTRAST = Kind("X403", "low-contrast", "error")
NO_SUCH_THEME = Kind("X404", "no-such-theme", "error")
