"""What the columns of a table are about, by the words that people write over them."""

from journeyctl.syntax.names import fold, nearest

# In English, Indonesian and Filipino; commas part them.
_WORDS = {
    "stage": "stage, phase, tahap, tahapan, fase, yugto",
    "step": "step, touchpoint, activity, action, task, langkah, aktivitas, kegiatan, titik sentuh,"
    " titik kontak, hakbang, gawain, aktibidad",
    "kind": "kind, type, jenis, uri",
    "under": "under, part of, di bawah, sa ilalim",
    "id": "id",
    "people": "people, person, who, actor, actors, persona, stakeholder, stakeholders, orang,"
    " pelaku, aktor, siapa, pemangku kepentingan, tao, mga tao, sino, kasangkot",
    "channels": "channels, channel, kanal, saluran, tsanel, mga channel, daluyan",
    "feeling": "feeling, feelings, emotion, mood, score, rating, perasaan, emosi, skor, damdamin,"
    " pakiramdam, emosyon, iskor",
    "moment": "moment, moment of truth, momen, momen penentu, sandali, sandali ng katotohanan",
    "duration": "duration, time, how long, durasi, waktu, lama, tagal, panahon",
    "share": "share, percent, percentage, %, porsi, persen, persentase, porsyento, bahagdan",
    "then": "then, next, leads to, arrows, lalu, kemudian, selanjutnya, tapos, susunod",
    "pains": "pains, pain, pain point, pain points, problem, problems, masalah, kendala, keluhan,"
    " problema, suliranin, hinaing",
    "ideas": "ideas, idea, opportunity, opportunities, ide, gagasan, peluang, ideya, oportunidad,"
    " pagkakataon",
    "quotes": "quotes, quote, kutipan, sipi, sabi",
    "content": "content, konten, isi, nilalaman",
    "metrics": "metrics, metric, kpi, measure, measures, metrik, ukuran, sukatan, panukat",
    "backstage": "backstage, behind the scenes, di balik layar, sa likod ng tabing, likod",
    "systems": "systems, system, sistem, sistema, mga sistema",
    "evidence": "evidence, source, bukti, sumber, ebidensya, katibayan",
    "notes": "notes, note, comment, comments, remarks, catatan, keterangan, komentar, tala, puna",
    "links": "links, link, url, tautan, kawing",
}
_COLUMN_OF = {fold(word): column for column, words in _WORDS.items() for word in words.split(",")}


def columns(header: list[str]) -> list[str]:
    """The column of ``COLUMNS`` that each heading is, "" for none; each at most once."""
    found = [_COLUMN_OF.get(fold(one), "") for one in header]
    for number, heading in enumerate(header):
        near = "" if found[number] else nearest(heading, _COLUMN_OF) or ""
        if near and len(fold(heading)) > 3 and _COLUMN_OF[near] not in found:
            found[number] = _COLUMN_OF[near]
    return [name if name not in found[:number] else "" for number, name in enumerate(found)]


def is_exact(header: list[str], found: list[str]) -> bool:
    """Whether the columns are called as ``to_csv`` calls them: nothing was guessed."""
    return all(name in ("", heading) for heading, name in zip(header, found, strict=True))


KINDS = {
    fold(word): mark
    for mark, words in (
        ("-", "step, -, langkah, hakbang, own step"),
        ("~", "optional, ~, opsional, opsyonal"),
        ("|", "way, |, alternative, jalan, pilihan, daan, paraan"),
        ("&", "part, &, parallel, paralel, bersama, sabay"),
        ("?", "question, ?, decision, pertanyaan, keputusan, tanong, pasya"),
    )
    for word in words.split(",")
}
KINDS |= {mark: mark for mark in "-~|&?"}
"""The mark of each word for a kind of step; most signs fold to nothing."""

YES = tuple(map(fold, ("yes", "y", "x", "true", "1", "!", "ya", "oo", "✓", "✔")))
NO = ("", *map(fold, ("no", "n", "false", "0", "tidak", "hindi")))
