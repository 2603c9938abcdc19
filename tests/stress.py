"""A journey meant to break pictures: 12 stages, 80 steps, six scripts and emoji, all features.

The steps' labels are 1 to 200 characters long, and no two have the same length in one script.
"""

STAGES, STEPS = 12, 80

SCRIPTS = (
    "Straße Größenwahn über-all Donaudampfschifffahrtsgesellschaftskapitän a/b fjord WWW ill",
    "Договор подписание согласовать превысокомногорассмотрительствующий и ёж щука",
    "Σύμβαση υπογραφή διαπραγμάτευση ηλεκτροεγκεφαλογραφήματος και ποιος ώρα",
    "签订合同之前，采购部门与财务总监一起比较三家供应商的报价单和付款条件。",
    "สมัครสมาชิก น้ำผึ้ง ปู่ย่าตายาย ที่เปรียบเทียบราคาก่อนตัดสินใจซื้อสินค้าออนไลน์ ญี่ปุ่น",
    "توقيع العقد مقارنة العروض والاستفساراتالطويلةجدا من المدير المالي ثم الدفع",
)
EMOJI = ("🎉", "👩‍👩‍👧‍👦", "👍🏽", "🇮🇩")

HEAD = """\
journey: {title}
type: b2b
language: {language}
state: to-be
duration: 6-12 months
goal: {goal}
stages: {stages}
metric: Sales cycle = 9.5 months target <= 8 months

actor ana: {person}
  role: initiator
  department: Marketing
  goal: Know which campaign brings customers
  need: Proof to show
  quote: I lose a day every week.
actor ivan: Иван Петров
  role: approver
actor niki: Νίκη Παπαδοπούλου, αγορές
  role: buyer
actor wang: 王小明
  role: decider
actor malee: มาลี ศรีสุข
  role: user
  count: 40-60
actor layla: ليلى من المالية
  role: gatekeeper
actor desk: Our desk 🎧
  side: company
  department: Customer success
actor partner: Partner
  side: partner

channel web: Website
  kind: digital
channel shop: ร้านค้าใกล้บ้าน
  kind: physical
channel phone: Τηλέφωνο και τηλεδιάσκεψη με όλους τους ενδιαφερομένους
channel mail: الرسائل
channel chat: 微信
channel fair: Messegelände

system crm: Our CRM
system erp: Система планирования
"""

# Three stages of 20 steps, each label in its place; four times over they are the journey.
ROUND = (
    """\
  content: Talks, films 🎬
  metric: Leads = 42 target >= 60
  pain: Nobody knows us @desk
  | {} @ana:5 @ivan:1 @niki @wang @malee @layla #web #shop #phone :3 40%
      - {} @ana @desk #fair
          backstage: Scan the badge @desk [1 day]
            system: crm
      ~ {} @layla:2 #mail
  | {} @wang #chat :5 ! 35%
      quote: 他们会接电话。
      evidence: reported, sales team, 2026-04
  | {} :1 25%
  - {} @malee:2 @niki:4 #phone #mail [2-3 weeks]
      pain: อีเมลตอบช้าเกินไป
      idea: Ответить в тот же день @desk
  - {} @desk @partner [1 h]
      system: erp
""",
    """\
  idea: Ask them first
  - {} @ana:1 #web !
      metric: Visits = 42 target >= 60
      link: Brief https://example.com/brief
  ~ {} @niki #phone :2
  ~ {} @wang @malee #chat #shop :4
  ? {} @ivan @layla
      نعم، بعد موافقة الجميع 30% -> {back}
      不 20% -> leave
      да 50% ->
        - {} @ivan #web :4
        - {} @ivan:3 @ana #fair [3+ days]
""",
    """\
  - {} @layla #mail :1 !
      новые потребности 20% -> {back}
  & {} @ana
      - {} @desk #chat
  & {} @ivan:2 #web [10 min]
  ? {}
  | {} @malee :5
      content: Κατάλογος
  | {} #shop
""",
)


def label(number: int) -> str:
    """The label of a step, by its number from 0: 1 to 200 characters in one of six scripts."""
    length = 1 + (number * 37 % STEPS) * 199 // (STEPS - 1)
    words = f"{SCRIPTS[number % len(SCRIPTS)]} {EMOJI[number % len(EMOJI)]} "
    text = (words * (length // len(words) + 1))[:length]
    return text if text.strip() == text else text.strip() + "."


def stress(language: str = "en") -> str:
    """The journey's text."""
    labels = iter([label(number) for number in range(STEPS)])
    # With a purchase it has a buyer's part.
    keys = ["purchase" if number == 7 else f"part-{number}" for number in range(STAGES)]
    lines = HEAD.format(
        title="One journey of everything: " + SCRIPTS[1],
        language=language,
        goal=" ".join(SCRIPTS[:3]),
        stages=" > ".join(keys),
        person="Ana of the department with the longest name of all that take part",
    )
    for number, key in enumerate(keys):
        script = SCRIPTS[number % len(SCRIPTS)]
        time = " [2-4 weeks]" if number % 2 else ""
        lines += f"\nstage {key}: {script[: 6 * number + 1].strip()}{time}\n"
        if number % 3:
            lines += f"  goal: {script}\n"
        body = ROUND[number % len(ROUND)]
        back = keys[number - 2] if number > 1 else keys[0]
        for line in body.splitlines(keepends=True):
            lines += line.replace("{}", next(labels)) if "{}" in line else line
        lines = lines.replace("{back}", back)
    return lines
