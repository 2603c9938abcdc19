"use strict";
(() => {
  const words = JSON.parse(document.getElementById("watch-words").textContent);
  const $ = (name) => document.getElementById(`watch-${name}`);
  const [desk, paper, card, search, found] = ["desk", "paper", "card", "search", "found"].map($);
  const FULL = 4 / 3; // pixels of a point
  const MOST = 8;
  const LEAST = 0.02;

  let session = ""; // of the server, which gives the journeys their numbers
  let versions = {};
  let shown = 0; // the number of the journey
  let journey = null; // what the server tells of it
  let view = "";
  let drawn = ""; // what stands on the paper: journey, version, view, theme
  let size = [0, 0]; // of the picture, in points
  let scale = 0; // pixels a point; 0 before the first picture
  let fitted = true;
  let chosen = "";
  let latest = 0; // of the requests for a journey: the answers to older ones are not wanted
  const places = new Map(); // where each view was left: [fitted, scale, left, top]
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // Elements. Text is only ever set as text.

  function element(name, options = {}, children = []) {
    const made = document.createElement(name);
    const { on, attributes, ...properties } = options;
    Object.assign(made, properties);
    for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
    for (const [event, run] of Object.entries(on ?? {})) made.addEventListener(event, run);
    made.append(...children);
    return made;
  }

  function vector(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** The parts of a sentence, with names in backticks as code. */
  function sentence(text) {
    const parts = text.split(/`([^`]*)`/);
    return parts.map((part, index) => (index % 2 ? element("code", { textContent: part }) : part));
  }

  // What happens, told to those who see and those who hear it.

  let quiet = 0;
  function tell(text, lasting = false) {
    clearTimeout(quiet);
    $("status").textContent = text;
    $("status").classList.toggle("seen", text !== "");
    if (text && !lasting) quiet = setTimeout(() => $("status").classList.remove("seen"), 2500);
  }

  // Where things are in the file

  function copier(place) {
    const icon = vector("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
    icon.append(
      vector("rect", { x: "5.5", y: "5.5", width: "8", height: "8", rx: "1.5" }),
      vector("path", { d: "M3.5 10.5h-1v-8h8v1" }),
    );
    const copy = () =>
      navigator.clipboard.writeText(place).then(
        () => tell(`${words.copied}: ${place}`),
        () => tell(place, true),
      );
    const attributes = { "aria-label": `${words.copy}: ${place}`, title: words.copy };
    const button = element("button", { type: "button", className: "copy", attributes, on: { click: copy } });
    button.append(icon, element("code", { textContent: place }));
    return button;
  }

  // Zoom and pan: the desk is scrolled, the picture has a width.

  const picture = () => paper.querySelector("svg");

  function whole() {
    const across = (desk.clientWidth - 48) / size[0];
    const down = (desk.clientHeight - 48) / size[1];
    return Math.min(Math.max(Math.min(across, down), LEAST), 2 * FULL);
  }

  function resize() {
    const svg = picture();
    if (!svg) return;
    if (fitted) scale = whole();
    svg.style.width = `${size[0] * scale}px`;
    svg.style.height = `${size[1] * scale}px`;
    const percent = `${Math.round((scale / FULL) * 100)}%`;
    $("full").textContent = percent;
    $("full").setAttribute("aria-label", `${percent}, ${words.full}`);
  }

  /** Zoom to a scale; the point of the picture at (x, y) of the window stays there. */
  function zoom(to, x, y) {
    const svg = picture();
    if (!svg) return;
    const box = desk.getBoundingClientRect();
    const at = [x ?? box.left + desk.clientWidth / 2, y ?? box.top + desk.clientHeight / 2];
    const before = svg.getBoundingClientRect();
    const point = [(at[0] - before.left) / scale, (at[1] - before.top) / scale];
    fitted = false;
    scale = Math.min(Math.max(to, LEAST), MOST);
    resize();
    const after = svg.getBoundingClientRect();
    desk.scrollLeft += after.left + point[0] * scale - at[0];
    desk.scrollTop += after.top + point[1] * scale - at[1];
  }

  function fit() {
    fitted = true;
    resize();
  }

  $("larger").addEventListener("click", () => zoom(scale * 1.25));
  $("smaller").addEventListener("click", () => zoom(scale / 1.25));
  $("full").addEventListener("click", () => zoom(FULL));
  $("fit").addEventListener("click", fit);
  new ResizeObserver(() => fitted && resize()).observe(desk);

  desk.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // a pinch on a touchpad has ctrlKey, too
      event.preventDefault();
      const step = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      zoom(scale * Math.exp(-Math.max(-60, Math.min(60, step)) / 150), event.clientX, event.clientY);
    },
    { passive: false },
  );

  const pointers = new Map();
  let moved = false; // so that the end of a drag is no click
  const middle = () => {
    const all = [...pointers.values()];
    const [x, y] = [0, 1].map((axis) => all.reduce((sum, one) => sum + one[axis], 0) / all.length);
    const apart = all.length > 1 ? Math.hypot(all[0][0] - all[1][0], all[0][1] - all[1][1]) : 0;
    return [x, y, apart];
  };
  let gripped = [0, 0, 0];
  desk.addEventListener("pointerdown", (event) => {
    const box = desk.getBoundingClientRect();
    const onBar = event.clientX > box.left + desk.clientWidth || event.clientY > box.top + desk.clientHeight;
    if (event.button > 1 || onBar) return;
    if (event.button === 1) event.preventDefault();
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    gripped = middle();
    if (pointers.size === 1) moved = false;
  });
  desk.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = gripped;
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    const now = middle();
    if (!moved && pointers.size < 2 && Math.hypot(now[0] - before[0], now[1] - before[1]) < 4) return;
    if (!moved) {
      moved = true;
      desk.classList.add("moving");
      desk.setPointerCapture(event.pointerId);
    }
    desk.scrollLeft -= now[0] - before[0];
    desk.scrollTop -= now[1] - before[1];
    if (before[2] && now[2]) zoom((scale * now[2]) / before[2], now[0], now[1]);
    gripped = now;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
      if (pointers.size) gripped = middle();
      else desk.classList.remove("moving");
    });
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select")) return;
    const run = {
      "+": () => zoom(scale * 1.25),
      "=": () => zoom(scale * 1.25),
      "-": () => zoom(scale / 1.25),
      0: fit,
      1: () => zoom(FULL),
      "/": () => search.focus(),
      Escape: () => choose(""),
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });

  // A step: its ring in the picture, and its card

  const group = (id) => picture()?.querySelector(`#${CSS.escape(`step-${id}`)}`);

  function ring() {
    for (const old of paper.querySelectorAll(".ring-in, .ring-out")) old.remove();
    const step = chosen && group(chosen);
    if (!step) return;
    const box = step.getBBox();
    for (const name of ["ring-out", "ring-in"]) {
      const [x, y] = [box.x - 4, box.y - 4];
      const [width, height] = [box.width + 8, box.height + 8];
      picture().append(vector("rect", { class: name, x, y, width, height, rx: 8 }));
    }
  }

  function look(id) {
    const step = group(id);
    if (!step) {
      tell(words.nowhere);
      return;
    }
    if (scale < 0.6 * FULL) zoom(0.9 * FULL);
    const [box, room] = [step.getBoundingClientRect(), desk.getBoundingClientRect()];
    desk.scrollLeft += box.left + box.width / 2 - room.left - desk.clientWidth / 2;
    desk.scrollTop += box.top + box.height / 2 - room.top - desk.clientHeight / 2;
  }

  function choose(id, jump = false) {
    if (!id && card.contains(document.activeElement)) desk.focus();
    chosen = id;
    showCard();
    ring();
    card.scrollTop = 0;
    card.scrollIntoView({ block: "nearest" });
    if (id && jump) look(id);
  }

  function entry(one) {
    if (!one.address) return one.text;
    return element("a", { href: one.address, textContent: one.text, target: "_blank", rel: "noopener noreferrer" });
  }

  function showCard() {
    const step = journey?.steps.find((one) => one.id === chosen);
    card.hidden = !step;
    if (!step) return;
    card.lang = journey.language;
    const facts = step.facts.flatMap(({ name, entries }) => {
      const items = entries.map((one) => element("li", {}, [entry(one)]));
      return [
        element("dt", { textContent: name }),
        element("dd", {}, [element("ul", {}, items)]),
      ];
    });
    const marks = step.marks.map((one) => element("li", { textContent: one }));
    const close = element("button", {
      type: "button",
      className: "close",
      textContent: "×",
      attributes: { "aria-label": words.close },
      on: { click: () => choose("") },
    });
    card.replaceChildren(
      element("h2", { textContent: step.label }),
      element("p", { className: "in", textContent: step.stage }),
      copier(step.place),
      ...(marks.length ? [element("ul", { className: "marks" }, marks)] : []),
      element("dl", {}, facts),
      close,
    );
  }

  desk.addEventListener("click", (event) => {
    if (moved) return;
    const step = event.target.closest?.('[id^="step-"]');
    choose(step ? step.id.slice("step-".length) : "");
  });

  // Search

  let results = [];
  let active = 0;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function showFound() {
    const asked = plain(search.value.trim());
    const open = asked !== "" && journey !== null;
    results = open ? journey.steps.filter((one) => plain(one.label).includes(asked)).slice(0, 50) : [];
    active = Math.min(active, Math.max(results.length - 1, 0));
    found.hidden = !open;
    search.setAttribute("aria-expanded", String(open));
    const items = results.map((one, index) =>
      element(
        "li",
        {
          id: `watch-found-${index}`,
          attributes: { role: "option", "aria-selected": String(index === active), lang: journey.language },
          // Before the field loses the focus, which closes the list.
          on: { pointerdown: (event) => (event.preventDefault(), take(one)) },
        },
        [one.label, element("small", { textContent: one.stage })],
      ),
    );
    const none = element("li", { className: "none", textContent: words.unfound, attributes: { role: "option", "aria-disabled": "true", "aria-selected": "false" } });
    found.replaceChildren(...(items.length ? items : [none]));
    if (items.length) {
      search.setAttribute("aria-activedescendant", items[active].id);
      items[active].scrollIntoView({ block: "nearest" });
    } else search.removeAttribute("aria-activedescendant");
  }

  function close() {
    found.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }

  function take(step) {
    close();
    choose(step.id, true);
    card.focus({ preventScroll: true });
  }

  search.addEventListener("input", () => ((active = 0), showFound()));
  search.addEventListener("focus", () => (search.select(), showFound()));
  search.addEventListener("blur", close);
  search.addEventListener("keydown", (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && results.length) {
      event.preventDefault();
      active = (active + move + results.length) % results.length;
      showFound();
    } else if (event.key === "Enter" && results.length) take(results[active]);
    else if (event.key === "Escape") found.hidden ? desk.focus() : close();
  });

  // Findings

  function showFindings(findings) {
    const items = findings.map((one) => {
      const said = element(one.step ? "button" : "p", { className: "said" }, sentence(one.message));
      if (one.step) {
        said.type = "button";
        // The card takes of the list's room; what was clicked stays to be seen.
        said.addEventListener("click", () => (choose(one.step, true), said.parentElement.scrollIntoView({ block: "nearest" })));
      }
      const name = element("small", { textContent: `${one.code} ${one.name}` });
      const severity = element("p", { className: "severity" }, [one.severity, name]);
      const help = one.help ? [element("p", { className: "help" }, sentence(one.help))] : [];
      return element("li", { className: one.severity, lang: "en" }, [severity, said, ...help, copier(one.place)]);
    });
    $("findings").replaceChildren(...items);
    $("count").textContent = items.length ? `(${items.length})` : "";
    $("clean").hidden = items.length > 0;
  }

  function banner(title, text) {
    $("banner").hidden = !title;
    $("banner").firstChild.textContent = title;
    $("banner").lastChild.replaceChildren(...sentence(text));
  }

  // Views

  function showTabs() {
    if (!journey.views.some((one) => one.name === view)) view = journey.views[0]?.name ?? "";
    const focused = document.activeElement?.getAttribute("role") === "tab";
    const tabs = journey.views.map((one) =>
      element("button", {
        type: "button",
        id: `watch-view-${one.name}`,
        className: one.lacks ? "lacking" : "",
        textContent: one.label,
        title: one.lacks,
        tabIndex: one.name === view ? 0 : -1,
        attributes: { role: "tab", "aria-controls": "watch-desk", "aria-selected": String(one.name === view) },
        on: { click: () => turn(one.name) },
      }),
    );
    $("views").replaceChildren(...tabs);
    desk.setAttribute("aria-labelledby", `watch-view-${view}`);
    if (focused) $(`view-${view}`)?.focus();
    $(`view-${view}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function turn(name) {
    if (name === view) return;
    view = name;
    showTabs();
    showPicture();
  }

  $("views").addEventListener("keydown", (event) => {
    const names = journey.views.map((one) => one.name);
    const at = names.indexOf(view);
    const to = {
      ArrowRight: (at + 1) % names.length,
      ArrowLeft: (at - 1 + names.length) % names.length,
      Home: 0,
      End: names.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    turn(names[to]);
    $(`view-${view}`).focus();
  });

  // Pictures

  const theme = () => $("theme").value || (dark.matches ? "dark" : "light");

  async function showPicture() {
    const wanted = [shown, journey.drawn, view, theme()].join("/");
    if (!view) {
      put(null, words.unread);
      return;
    }
    if (wanted === drawn) return;
    const request = ++latest;
    const wait = setTimeout(() => ($("busy").hidden = request !== latest), 150);
    desk.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`/picture/${shown}/${view}/${theme()}`);
      const told = answer.ok ? await answer.json() : null;
      if (request !== latest) return;
      if (!told) {
        put(null, words.undrawn);
        return;
      }
      const [id, number, name] = drawn.split("/");
      const anew = id === String(shown) && name === view && number !== String(journey.drawn);
      drawn = wanted;
      put(told.svg ? parsed(told.svg) : null, told.lacks || words.undrawn);
      showFindings([...journey.findings, ...told.findings]);
      if (anew && !told.lacks) tell(words.drawn);
    } catch {
      // The stream of events tells that the server is gone.
    } finally {
      clearTimeout(wait);
      if (request === latest) rest();
    }
  }

  function rest() {
    $("busy").hidden = true;
    desk.removeAttribute("aria-busy");
  }

  function parsed(svg) {
    // The policy of this page forbids styles in elements; the page says how large it is.
    const bare = svg.replace(/(<svg[^>]*?) style="[^"]*"/, "$1");
    const made = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
    return made.localName === "svg" ? document.importNode(made, true) : null;
  }

  let left = ""; // the view that the paper shows, whose place is to be remembered

  /** Put a picture on the paper where the last one was, or the sentence why there is none. */
  function put(svg, why) {
    const here = `${shown}/${view}`;
    if (picture()) places.set(left, [fitted, scale, desk.scrollLeft, desk.scrollTop]);
    left = here;
    $("empty").hidden = svg !== null;
    $("empty").replaceChildren(...sentence(why));
    paper.replaceChildren(...(svg ? [svg] : []));
    if (!svg) return;
    size = svg.getAttribute("viewBox").split(" ").slice(2).map(Number);
    // What is too large to be read as a whole begins where it begins.
    const small = whole() < 0.3 * FULL;
    const place = places.get(here) ?? [!small, 0.75 * FULL, 0, 0];
    [fitted, scale] = place;
    resize();
    [desk.scrollLeft, desk.scrollTop] = place.slice(2);
    ring();
  }

  $("theme").addEventListener("change", showPicture);
  dark.addEventListener("change", () => journey && showPicture());

  // A journey

  async function showJourney() {
    const request = ++latest;
    const answer = await fetch(`/journey/${shown}`);
    if (request !== latest) return;
    if (!answer.ok) {
      rest();
      banner(answer.status === 404 ? words.gone : words.undrawn, "");
      return;
    }
    const told = await answer.json();
    if (request !== latest) return;
    journey = told;
    const first = journey.findings.find((one) => one.severity === "error");
    document.title = `${first ? "✗ " : ""}${journey.title || journey.path} – journeyctl`;
    $("title").textContent = journey.title || "journeyctl";
    $("title").lang = journey.language;
    $("path").textContent = journey.path;
    banner(journey.stale ? words.older : "", first ? `${first.message} (${first.place})` : "");
    showFindings(journey.findings);
    showThemes();
    showTabs();
    showCard();
    if (document.activeElement === search) showFound();
    showPicture();
  }

  /** What went may come back, as when a branch is changed: its picture stays, and the list has it. */
  function lose() {
    latest += 1;
    rest();
    banner(words.gone, journey?.path ?? "");
  }

  function showThemes() {
    const names = ["", ...journey.themes];
    const now = [...$("theme").options].map((one) => one.value);
    if (names.join("/") === now.join("/")) return;
    const before = now.length ? $("theme").value : journey.theme;
    const options = names.map((name) => element("option", { value: name, textContent: name || words.system }));
    $("theme").replaceChildren(...options);
    $("theme").value = names.includes(before) ? before : "";
  }

  async function showJourneys() {
    const listed = await (await fetch("/journeys")).json();
    if (journey && !listed.some((one) => one.id === shown)) listed.push({ id: shown, path: journey.path });
    const options = listed.map((one) => element("option", { value: one.id, textContent: one.path }));
    $("journeys").replaceChildren(...options);
    $("journeys").hidden = listed.length < 2;
    $("path").hidden = listed.length > 1;
    $("journeys").value = String(shown);
  }

  $("journeys").addEventListener("change", () => {
    shown = Number($("journeys").value);
    choose("");
    showJourneys().then(showJourney).catch(() => {});
  });

  // What changes is told by the server: the number of each journey's version.

  async function hear(event) {
    const told = JSON.parse(event.data);
    if (session && session !== told.session) location.reload();
    session = told.session;
    const before = versions;
    versions = told.versions;
    const ids = Object.keys(versions);
    if (journey === null && ids.length) shown = Number(ids[0]);
    try {
      if (Object.keys(before).join() !== ids.join()) await showJourneys();
      if (!shown) put(null, words.unread);
      else if (!(shown in versions)) lose();
      else if (before[shown] !== versions[shown] || journey === null) await showJourney();
    } catch {
      // The stream of events tells that the server is gone.
    }
  }

  let events = null;

  /** A page that nobody sees gives its stream back: a browser has six for an address. */
  function listen() {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("/events");
    events.addEventListener("message", hear);
    events.addEventListener("open", () => tell(""));
    events.addEventListener("error", () => tell(words.lost, true));
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
