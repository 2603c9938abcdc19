"""What the columns of a table are about, by the words that people write over them."""

import re

from journeyctl.syntax.names import fold, nearest

# In English, Indonesian, Filipino and German; commas part them.
_WORDS = {
    "stage": "stage, phase, tahap, tahapan, fase, yugto, stufe, etappe, abschnitt",
    "step": "step, activity, action, task, process, langkah, aktivitas, kegiatan, hakbang,"
    " gawain, aktibidad, schritt, aktivität, aktion, handlung, tätigkeit, aufgabe",
    "kind": "kind, type, jenis, uri, art, typ",
    "under": "under, part of, di bawah, sa ilalim, teil von",
    "id": "id",
    "people": "people, person, who, actor, actors, persona, stakeholder, stakeholders, orang,"
    " pelaku, aktor, siapa, pemangku kepentingan, tao, mga tao, sino, kasangkot, personen, wer,"
    " beteiligte, akteur, rolle, role",
    "channels": "channels, channel, kanal, saluran, tsanel, mga channel, daluyan, kanäle",
    "feeling": "feeling, feelings, emotion, mood, score, rating, perasaan, emosi, skor, damdamin,"
    " pakiramdam, emosyon, iskor, gefühl, gefühle, stimmung, bewertung, emotions",
    "moment": "moment, moment of truth, momen, momen penentu, sandali, sandali ng katotohanan,"
    " moment der wahrheit",
    "duration": "duration, time, how long, durasi, waktu, lama, tagal, panahon, dauer, zeit",
    "share": "share, percent, percentage, %, porsi, persen, persentase, porsyento, bahagdan,"
    " anteil, prozent",
    "then": "then, next, leads to, arrows, lalu, kemudian, selanjutnya, tapos, susunod, dann,"
    " danach, weiter",
    "pains": "pains, pain, pain point, pain points, problem, problems, masalah, kendala, keluhan,"
    " problema, suliranin, hinaing, schmerzpunkt, schmerzpunkte, probleme, hürde, hürden, frust",
    "ideas": "ideas, idea, opportunity, opportunities, ide, gagasan, peluang, ideya, oportunidad,"
    " pagkakataon, ideen, chance, chancen, verbesserung, improvement",
    "quotes": "quotes, quote, kutipan, sipi, sabi, zitat, zitate",
    "content": "content, konten, isi, nilalaman, inhalt, inhalte",
    "metrics": "metrics, metric, kpi, measure, measures, metrik, ukuran, sukatan, panukat,"
    " kennzahl, kennzahlen, messgröße",
    "backstage": "backstage, behind the scenes, di balik layar, sa likod ng tabing, likod,"
    " hinter den kulissen",
    "systems": "systems, system, sistem, sistema, mga sistema, systeme",
    "evidence": "evidence, source, bukti, sumber, ebidensya, katibayan, beleg, belege, quelle",
    "notes": "notes, note, comment, comments, remarks, catatan, keterangan, komentar, tala, puna,"
    " notiz, notizen, anmerkung, anmerkungen, kommentar, kommentare, bemerkung",
    "links": "links, link, url, tautan, kawing, verweis, verweise",
    "touchpoint": "touchpoint, touch point, kontaktpunkt, berührungspunkt, titik sentuh,"
    " titik kontak",
}
_COLUMN_OF = {fold(word): column for column, words in _WORDS.items() for word in words.split(",")}

_MOST_GUESSES = 100
"""Headings of which the nearest word is looked for: it takes longer than to read a row."""

_WORD = re.compile(r"[^\W\d_]+")


def columns(header: list[str]) -> list[str]:
    """The column of ``to_csv`` that each heading is, "" for none; each at most once.

    A heading is known by all of it, else by what it is near to, else by a word in it: ``Journey
    stage``. A touchpoint is the step where no other column is, else it is the channel.
    """
    found = [_COLUMN_OF.get(fold(one), "") for one in header]
    taken = set(found)
    for number, heading in enumerate(header[:_MOST_GUESSES]):
        near = "" if found[number] else nearest(heading, _COLUMN_OF) or ""
        if near and len(fold(heading)) > 3 and _COLUMN_OF[near] not in taken:
            found[number] = _COLUMN_OF[near]
            taken.add(found[number])
    is_header = any(found)  # Else it is a row, whose texts may have any words.
    for number, heading in enumerate(header):
        if is_header and not found[number]:
            inside = dict.fromkeys(_COLUMN_OF.get(fold(one), "") for one in _WORD.findall(heading))
            told = [one for one in inside if one and one not in taken]
            # `Backstage actions` are no steps.
            told = [one for one in told if one != "step"] or told
            found[number] = told[0] if told and len(_WORD.findall(heading)) > 1 else ""
            taken.add(found[number])
    touchpoint = "channels" if "step" in found else "step"
    found = [touchpoint if one == "touchpoint" else one for one in found]
    first = {name: number for number, name in reversed([*enumerate(found)])}
    return [name if first[name] == number else "" for number, name in enumerate(found)]


def is_exact(header: list[str], found: list[str]) -> bool:
    """Whether the columns are called as ``to_csv`` calls them: nothing was guessed."""
    return all(name in ("", heading) for heading, name in zip(header, found, strict=True))


KINDS = {
    fold(word): mark
    for mark, words in (
        ("-", "step, langkah, hakbang, own step"),
        ("~", "optional, opsional, opsyonal"),
        ("|", "way, alternative, jalan, pilihan, daan, paraan"),
        ("&", "part, parallel, paralel, bersama, sabay"),
        ("?", "question, decision, pertanyaan, keputusan, tanong, pasya"),
    )
    for word in words.split(",")
}
KINDS |= {mark: mark for mark in "-~|&?"}
"""The mark of each word for a kind of step, and of each mark itself."""

YES = tuple(map(fold, ("yes", "y", "x", "true", "1", "!", "ya", "oo", "✓", "✔")))
NO = ("", *map(fold, ("no", "n", "false", "0", "tidak", "hindi")))
