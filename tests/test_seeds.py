"""What the source articles say of journeys, row by row, as the samples tell it."""

from functools import cache

import pytest

from journeyctl.model.journey import Facts, Journey, Person, Step
from journeyctl.model.measures import total_range
from journeyctl.model.stages import MODELS
from tests.test_samples import sample

DAY = 24 * 60.0
MONTH = 30 * DAY


@cache
def told(name: str) -> Journey:
    return sample(name).journey


def stages(name: str) -> list[str]:
    return [stage.key for stage in told(name).stages]


def steps(name: str, stage: str = "", kind: str = "") -> list[Step]:
    """The steps of a sample, or those of a stage or of a kind alone."""
    journey = told(name)
    return [
        step
        for step in journey.steps.values()
        if stage in ("", journey.stages[step.stage].key) and kind in ("", step.kind)
    ]


def labels(name: str, stage: str, kind: str = "") -> list[str]:
    return [step.label for step in steps(name, stage, kind)]


def customers(name: str) -> list[Person]:
    return [one for one in told(name).people.values() if one.side == "customer"]


def roles(name: str) -> list[str]:
    return [person.role for person in customers(name)]


def metrics(name: str) -> list[str]:
    """The names of all metrics of a sample."""
    journey = told(name)
    of_stages = [one.name for stage in journey.stages for one in stage.metrics]
    of_steps = [one.name for step in journey.steps.values() for one in step.metrics]
    return [one.name for one in journey.facts.metrics] + of_stages + of_steps


def rows(name: str, *keys: str) -> list[str]:
    """Rows of a comparison, each of them filled in."""
    facts: Facts = told(name).facts
    values = [str(getattr(facts, key)) for key in keys]
    assert all(values), keys
    return values


# 000: four stages, for one person and for a company


@pytest.mark.parametrize("name", ["b2b-classic", "b2c-classic"])
def test_000_four_stages(name: str) -> None:
    assert told(name).facts.model == "classic"
    assert stages(name) == MODELS["classic"].split(" > ")


def test_000_focus() -> None:
    (person,), (company,) = rows("b2c-classic", "focus"), rows("b2b-classic", "focus")
    assert "Emosi dan kebutuhan" in person
    assert "cepat" in person
    assert "per orang" in told("b2c-classic").facts.personalization.lower()
    assert "Research" in company
    assert "return" in company
    assert "twenty years" in company


def test_000_marketing() -> None:
    person = " ".join(rows("b2c-classic", "approach", "strategy"))
    assert all(one in person for one in ("promo", "ulasan", "iklan display", "email"))
    company = " ".join(rows("b2b-classic", "approach", "strategy"))
    assert all(one in company for one in ("Teaching", "networks", "to measure", "automation"))
    assert told("b2b-classic").systems.keys() >= {"crm", "automation"}


def test_000_who_decides_and_how_fast() -> None:
    assert roles("b2c-classic") == ["decider", "influencer"]
    assert {"initiator", "influencer", "buyer", "approver", "decider"} <= {*roles("b2b-classic")}
    assert len(steps("b2b-classic", "decision", "part")) == 3
    assert steps("b2c-classic", kind="part") == []
    (person, _), (company, _) = (
        total_range(told(name)) or (0, 0) for name in ("b2c-classic", "b2b-classic")
    )
    assert company > 10 * person > 0


def test_000_how_success_is_measured() -> None:
    assert {
        "Tingkat konversi",
        "Retensi pelanggan",
        "Keterlibatan di media sosial",
        "Umpan balik langsung",
    } <= {*metrics("b2c-classic")}
    assert {
        "Return on investment of our clients",
        "Client satisfaction",
        "Offers that move on within a month",
    } <= {*metrics("b2b-classic")}
    analysed = [one.label for step in steps("b2b-classic") for one in step.backstage]
    assert "Analyse what falls short" in analysed


# 001: two flowcharts


def test_001_b2b_stages_and_ways_in() -> None:
    assert stages("b2b-software") == MODELS["b2b"].split(" > ")
    assert [step.channels for step in steps("b2b-software", "awareness", "way")] == [
        ("event",),
        ("referral",),
        ("social",),
    ]


def test_001_b2b_from_contact_to_documents() -> None:
    contact, meeting, demo, documents = steps("b2b-software", "consideration")
    assert "chatbot" in contact.label
    assert contact.channels == ("web",)
    assert meeting.channels == ("meeting",)
    assert "demo" in demo.label
    assert "Case studies" in documents.content[0]


def test_001_b2b_decision() -> None:
    review, comparison, negotiation, *approvals = steps("b2b-software", "decision")
    assert "inside" in review.label
    assert comparison.kind == "question"
    assert "price" in negotiation.label
    assert [(one.kind, one.people[0].person) for one in approvals] == [
        ("part", "procurement"),
        ("part", "it"),
        ("part", "finance"),
    ]


def test_001_b2b_from_contract_to_loyalty() -> None:
    assert labels("b2b-software", "purchase")[0] == "Sign the contract"
    assert labels("b2b-software", "purchase")[-1] == "Plan the onboarding"
    after = labels("b2b-software", "post-purchase")
    assert after[:2] == ["Put it into operation", "Train the staff"]
    assert "Call support" in after
    loyal = " ".join(labels("b2b-software", "loyalty"))
    assert all(one in loyal for one in ("survey", "added features", "renewed", "further products"))


def test_001_b2c_stages_and_ways_in() -> None:
    assert stages("b2c-online-shop") == [
        stage for stage in MODELS["b2c"].split(" > ") if not stage.endswith("?")
    ]
    ways = steps("b2c-online-shop", "awareness", "way")
    assert [way.channels for way in ways] == [
        ("medsos",),
        ("pencarian",),
        ("obrolan",),
        ("medsos",),
    ]


def test_001_b2c_from_site_to_order() -> None:
    before = labels("b2c-online-shop", "consideration")
    assert [one.split()[0] for one in before] == [
        "Mengunjungi",
        "Membaca",
        "Membandingkan",
        "Sudah",
    ]
    order = labels("b2c-online-shop", "decision")
    assert "keranjang" in order[0]
    assert "Checkout" in order[1]
    assert len(steps("b2c-online-shop", "decision", "way")) == 3
    assert "invoice" in order[-1]


def test_001_b2c_from_tracking_to_buying_again() -> None:
    after = " ".join(labels("b2c-online-shop", "post-purchase"))
    assert all(one in after for one in ("Memantau", "Menerima", "layanan pelanggan"))
    loyal = " ".join(labels("b2c-online-shop", "loyalty"))
    assert all(one in loyal for one in ("ulasan", "program poin", "membeli lagi"))
    assert any(link.loop and link.label == "ya" for link in told("b2c-online-shop").links)


def test_001_how_complex_they_are() -> None:
    assert 5 <= len(customers("b2b-software")) <= 10
    planned = told("b2b-software").facts.duration
    assert planned is not None
    assert (planned.low, planned.high) == (6 * MONTH, 12 * MONTH)
    assert roles("b2c-online-shop").count("decider") == 1
    shop = total_range(told("b2c-online-shop"))
    assert shop is not None
    assert shop[1] is not None
    assert shop[1] <= 30 * DAY


def test_001_how_formal_and_how_many_the_contacts_are() -> None:
    (company,), (person,) = rows("b2b-software", "context"), rows("b2c-online-shop", "context")
    assert "formal" in company
    assert "Santai" in person
    ours = {one.key for one in told("b2b-software").people.values() if one.side != "customer"}
    met = [step for step in steps("b2b-software") if ours & {one.person for one in step.people}]
    assert len(met) >= 8


# 002: the buyer journey and the customer journey of one case


def test_002_one_case_two_scopes() -> None:
    buyer, customer = told("buyer-journey"), told("customer-journey")
    assert (buyer.facts.scope, customer.facts.scope) == ("buyer", "customer")
    shared = [step.label for step in buyer.steps.values()]
    assert [step.label for step in customer.steps.values()][: len(shared)] == shared
    assert len(customer.steps) > len(shared)


def test_002_a_buyer_journey_ends_with_the_purchase() -> None:
    assert stages("buyer-journey")[-1] == "purchase"
    assert stages("customer-journey")[-2:] == ["post-purchase", "loyalty"]


def test_002_the_rows_of_both() -> None:
    keys = ("focus", "context", "audience", "strategy", "goal")
    buyer, customer = rows("buyer-journey", *keys), rows("customer-journey", *keys)
    assert all(one != other for one, other in zip(buyer, customer, strict=True))
    assert (buyer[2], customer[2]) == ("Marketing team", "Support team")
    assert "Trust" in buyer[4]
    assert "speak for us" in customer[4]


# 003: omnichannel


def test_003_more_than_ten_channels_for_a_company() -> None:
    used = {channel for step in steps("b2b-omnichannel") for channel in step.channels}
    assert len(used) > 10
    assert used == told("b2b-omnichannel").channels.keys()
    assert len(told("b2c-omnichannel").channels) < 10


@pytest.mark.parametrize("name", ["b2b-omnichannel", "b2c-omnichannel"])
def test_003_channels_hand_over(name: str) -> None:
    """Some links lead from a step to one on other channels, and in each stage one is used."""
    journey = told(name)
    found = journey.steps
    hand_overs = [
        link
        for link in journey.links
        if link.source in found
        and link.target in found
        and found[link.source].channels
        and found[link.target].channels
        and not {*found[link.source].channels} & {*found[link.target].channels}
    ]
    assert len(hand_overs) >= 8
    for stage in stages(name):
        assert any(step.channels for step in steps(name, stage)), stage


def test_003_personalization() -> None:
    assert rows("b2c-omnichannel", "personalization")[0].startswith("Per individu")
    assert rows("b2b-omnichannel", "personalization")[0].startswith("By account")


def test_003_systems_behind() -> None:
    assert told("b2c-omnichannel").systems.keys() == {"crm", "shop", "bayar", "poin"}
    company = told("b2b-omnichannel")
    assert company.systems.keys() == {"crm", "pim", "quotes", "erp", "tracking", "projects"}
    assert "portal" in company.channels


def test_003_transaction_and_relationship() -> None:
    person = rows("b2c-omnichannel", "transaction", "relationship")
    assert "Instan" in person[0]
    assert "e-wallet" in person[0]
    assert "Transaksional" in person[1]
    company = rows("b2b-omnichannel", "transaction", "relationship")
    assert all(one in company[0] for one in ("invoice", "instalments", "contract"))
    assert all(one in company[1] for one in ("Long-term", "service agreement"))


# 004: a workshop, in Filipino


def test_004_stakeholders_with_departments_and_pains() -> None:
    assert told("b2b-workshop").facts.language == "fil"
    people = customers("b2b-workshop")
    assert 5 <= len(people) <= 10
    assert all(person.role and person.department for person in people)
    assert len({person.department for person in people}) >= 5
    assert any(person.quotes for person in people)
    owners = {pain.owner for step in steps("b2b-workshop") for pain in step.pains}
    hurting = {one.department for one in people if one.key in owners}
    assert {"Human Resources", "IT", "Procurement"} <= hurting


def test_004_content_and_channels_by_stage() -> None:
    for stage in told("b2b-workshop").stages:
        assert stage.content, stage.label
        assert any(step.channels for step in steps("b2b-workshop", stage.key)), stage.label


def test_004_who_influences_and_who_decides() -> None:
    assert sorted(roles("b2b-workshop")) == [
        "approver",
        "buyer",
        "decider",
        "gatekeeper",
        "influencer",
        "initiator",
        "user",
    ]
    reports = [note for person in customers("b2b-workshop") for note in person.notes]
    assert sum("nag-uulat" in note for note in reports) == 2
    assert "Sa kaniya ang huling pasya" in reports


def test_004_measures() -> None:
    assert [metric.name for metric in told("b2b-workshop").facts.metrics] == [
        "Kita mula sa kasalukuyang kliyente",
        "Mga kliyenteng nanatili",
        "Kasiyahan ng kliyente",
        "Katapatan (mga nagrerekomenda sa atin)",
        "Panghabambuhay na halaga ng kliyente",
    ]
    assert "Lalim ng ugnayan, 1 hanggang 5" in metrics("b2b-workshop")
