
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // A page opened as the speaker's view, or with all stages at once, says so in its address.
  const asked = new URLSearchParams(location.search);
  let slides = [];
  let at = 0; // which slide
  let shown = 1; // how many of its stages
  let staged = asked.get("stages") !== "off";
  let typed = ""; // digits of a slide's number
  let partner = null; // the other window: the audience's, or the speaker's
  let since = 0;
  let idle = 0;

  const one = (selector) => document.querySelector(selector);
  const within = (value, least, most) => Math.min(Math.max(value, least), most);

  const title = (slide) => slide.querySelector("h1, h2").textContent;

  // Stages -------------------------------------------------------------------------------------

  const part = (group) => Number(/(?:^| )part-(\d+)/.exec(group.getAttribute("class"))?.[1] ?? 1);
  const groups = (slide) => [...slide.querySelectorAll("svg g[class*='part-']")];
  const stages = (slide) => Math.max(1, ...groups(slide).map(part));

  function reveal() {
    for (const slide of slides) {
      const all = !staged || slide !== slides[at] || root.classList.contains("overview");
      for (const group of groups(slide)) group.classList.toggle("unseen", !all && part(group) > shown);
    }
  }

  // Going --------------------------------------------------------------------------------------

  function go(to, parts, quiet = false) {
    const before = at;
    at = within(to, 0, slides.length - 1);
    shown = within(parts, 1, stages(slides[at]));
    slides.forEach((slide, number) => {
      slide.classList.toggle("now", number === at);
      slide.querySelector("footer > .link").ariaCurrent = number === at ? "step" : null;
    });
    reveal();
    root.style.setProperty("--done", slides.length > 1 ? at / (slides.length - 1) : 1);
    if (root.classList.contains("overview")) slides[at].scrollIntoView({block: "nearest"});
    if (at !== before && at !== addressed()) address(slides[at].id, quiet);
    document.title = `${at + 1} · ${title(slides[at])}`;
    tell(before !== at);
    if (!quiet) send();
  }

  const ALL = Infinity;
  const next = () => {
    if (staged && shown < stages(slides[at])) go(at, shown + 1);
    else if (at < slides.length - 1) go(at + 1, staged ? 1 : ALL);
  };
  const previous = () => {
    if (staged && shown > 1) go(at, shown - 1);
    else if (at > 0) go(at - 1, ALL);
  };

  // Says to a screen reader where one is: the slide, or the stage that has just appeared.
  function tell(moved) {
    const slide = slides[at];
    const names = [...slide.querySelectorAll("svg g.stage[aria-label]")];
    const stage = staged && names[shown - 1]?.getAttribute("aria-label");
    const where = `${at + 1} / ${slides.length}: ${title(slide)}`;
    one("[data-status]").textContent = moved || !stage ? where : stage;
  }

  // The slide that the address names, or none.
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  // Where one has been led, there is no way back to; and the focus stays where it is.
  function address(id, quiet) {
    const hash = `#${encodeURIComponent(id)}`;
    if (quiet) history.replaceState(null, "", hash);
    else location.hash = hash;
  }

  const addressed = () => named() ? slides.findIndex((slide) => slide.id === named()) : 0;

  function fromAddress() {
    const found = addressed();
    if (found >= 0 && found !== at) go(found, 1);
  }

  // Two windows --------------------------------------------------------------------------------

  const black = () => !one(".cover").hidden;

  function send() {
    if (partner && !partner.closed) partner.postMessage({at, shown, staged, black: black()}, "*");
  }

  function receive(event) {
    if (!partner || event.source !== partner || typeof event.data !== "object") return;
    const told = event.data ?? {};
    if (told.hello) return send();
    if (!Number.isInteger(told.at) || !Number.isInteger(told.shown)) return;
    stageByStage(told.staged === true);
    darken(told.black === true);
    go(told.at, told.shown, true);
  }

  function speaker() {
    if (root.classList.contains("speaking")) return speak(false);
    if (partner && !partner.closed) return partner.focus();
    const address = new URL(location.href);
    address.searchParams.set("view", "speaker");
    partner = window.open(address.href, "", "popup,width=1100,height=700");
    if (!partner) speak(true); // No second window is allowed: this one is the speaker's.
  }

  function speak(on) {
    root.classList.toggle("speaking", on);
    root.classList.remove("overview");
    since ||= Date.now();
    clock();
    reveal();
  }

  function clock() {
    const now = new Date();
    const seconds = Math.floor((now - since) / 1000);
    const two = (value) => String(value).padStart(2, "0");
    const minutes = Math.floor(seconds / 60);
    one("[data-clock]").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    one("[data-since]").textContent = `${two(minutes)}:${two(seconds % 60)}`;
  }

  // What buttons and keys do -------------------------------------------------------------------

  const press = (name, on) => {
    one(`.controls [data-do="${name}"]`)?.setAttribute("aria-pressed", on);
  };

  function overview(on = !root.classList.contains("overview")) {
    root.classList.toggle("overview", on);
    press("overview", on);
    if (!on) window.scrollTo(0, 0);
    go(at, shown, true);
  }

  function stageByStage(on = !staged) {
    staged = on;
    press("stages", on);
    reveal();
  }

  function darken(on = !black()) {
    one(".cover").hidden = !on;
    press("black", on);
  }

  const night = () => root.classList.contains("night") ||
    (!root.classList.contains("day") && matchMedia("(prefers-color-scheme: dark)").matches);

  function dark() {
    if (!one('[data-do="dark"]')) return;
    const on = !night();
    root.classList.toggle("night", on);
    root.classList.toggle("day", !on);
    press("dark", on);
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  function help() {
    const dialog = one("dialog");
    if (dialog.open) dialog.close();
    else dialog.showModal();
  }

  function again() {
    since = Date.now();
    clock();
  }

  const told = (change) => () => { change(); send(); };
  const actions = {
    next, previous, overview: () => overview(), speaker, dark, full, help, again,
    stages: told(() => stageByStage()), black: told(() => darken()),
  };

  const KEYS = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, n: next, Enter: next,
    ArrowLeft: previous, ArrowUp: previous, PageUp: previous, p: previous, Backspace: previous,
    Home: () => go(0, 1), End: () => go(slides.length - 1, ALL),
    o: actions.overview, a: actions.stages, s: speaker, b: actions.black, ".": actions.black,
    d: dark, f: full, "?": help, h: help,
  };

  // In the overview, up and down go by a row.
  function acrossRows(key) {
    const columns = getComputedStyle(one("main")).gridTemplateColumns.split(" ").length;
    const steps = {ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns}[key];
    if (steps && slides[at + steps]) go(at + steps, ALL);
    return steps !== undefined;
  }

  function onKey(event) {
    const {key} = event;
    if (event.ctrlKey || event.altKey || event.metaKey || one("dialog").open && key !== "?") return;
    const focused = document.activeElement;
    const onButton = focused?.closest("a, button") && (key === "Enter" || key === " ");
    const inNotes = focused?.closest(".notes") && /^(Arrow|Page| )/.test(key);
    if (onButton || inNotes) return;
    if (/^[0-9]$/.test(key)) {
      typed = (typed + key).slice(-4);
      return;
    }
    const number = Number(typed);
    typed = "";
    let action = KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (key === "Enter" && number) action = () => { overview(false); go(number - 1, 1); };
    else if (root.classList.contains("overview") && acrossRows(key)) action = () => {};
    else if (root.classList.contains("overview") && (key === "Enter" || key === "Escape")) action = () => overview(false);
    else if (key === "Escape") action = () => { darken(false); send(); };
    else if (event.shiftKey && key === " ") action = previous;
    else if (event.shiftKey && (key === "ArrowRight" || key === "ArrowDown")) action = () => go(at + 1, 1);
    else if (event.shiftKey && (key === "ArrowLeft" || key === "ArrowUp")) action = () => go(at - 1, 1);
    else if (black() && action) action = told(() => darken(false));
    if (!action) return;
    event.preventDefault();
    action();
  }

  function onClick(event) {
    const button = event.target.closest("[data-do]");
    if (button) return actions[button.dataset.do]();
    const link = event.target.closest("a");
    if (link?.classList.contains("skip")) {
      event.preventDefault();
      return one("main").focus();
    }
    if (link && root.classList.contains("overview")) {
      event.preventDefault();
      const to = slides.indexOf(link.closest(".slide"));
      overview(false);
      return go(to, 1);
    }
    const zone = event.target.closest("dialog, a, .notes, .desk, .controls");
    if (zone || root.classList.contains("overview") || !getSelection().isCollapsed) return;
    if (event.clientX < innerWidth / 4) previous();
    else next();
  }

  // A swipe to the left goes on, as a page is turned; two fingers zoom.
  let finger = null;
  function onTouch(event) {
    if (event.type === "touchstart") {
      finger = event.touches.length === 1 ? event.touches[0] : null;
    } else if (finger && !root.classList.contains("overview") && !one("dialog").open) {
      const {clientX, clientY} = event.changedTouches[0];
      const across = clientX - finger.clientX;
      if (Math.abs(across) > 40 && Math.abs(across) > 1.5 * Math.abs(clientY - finger.clientY)) {
        event.preventDefault(); // It is no click.
        (across < 0 ? next : previous)();
      }
      finger = null;
    }
  }

  function awake() {
    root.classList.remove("idle");
    clearTimeout(idle);
    idle = setTimeout(() => root.classList.add("idle"), 3000);
  }

  document.addEventListener("DOMContentLoaded", () => {
    slides = [...document.querySelectorAll(".slide")];
    press("stages", staged);
    press("dark", night());
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("touchstart", onTouch, {passive: true});
    document.addEventListener("touchend", onTouch, {passive: false});
    for (const kind of ["pointermove", "pointerdown", "focusin"]) document.addEventListener(kind, awake);
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("message", receive);
    if (asked.get("view") === "speaker") {
      speak(true);
      partner = window.opener;
      partner?.postMessage({hello: true}, "*");
    }
    setInterval(clock, 1000);
    again();
    go(Math.max(0, addressed()), 1, true);
    awake();
  });
})();
