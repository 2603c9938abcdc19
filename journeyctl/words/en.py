"""English."""

MESSAGES = {
    "stage.awareness": "Awareness",
    "stage.consideration": "Consideration",
    "stage.decision": "Decision",
    "stage.purchase": "Purchase",
    "stage.post-purchase": "Post-purchase",
    "stage.loyalty": "Loyalty",
    "stage.retention-referral": "Retention and referral",
}
