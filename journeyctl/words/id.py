"""Indonesian."""

MESSAGES = {
    "stage.awareness": "Kesadaran",
    "stage.consideration": "Pertimbangan",
    "stage.decision": "Keputusan",
    "stage.purchase": "Pembelian",
    "stage.post-purchase": "Pasca-pembelian",
    "stage.loyalty": "Loyalitas",
    "stage.retention-referral": "Retensi dan rekomendasi",
}
