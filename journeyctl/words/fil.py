"""Filipino."""

MESSAGES = {
    "stage.awareness": "Kamalayan",
    "stage.consideration": "Pagsasaalang-alang",
    "stage.decision": "Pagpapasya",
    "stage.purchase": "Pagbili",
    "stage.post-purchase": "Pagkatapos bumili",
    "stage.loyalty": "Katapatan",
    "stage.retention-referral": "Pagpapanatili at rekomendasyon",
}
