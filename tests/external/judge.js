// Judges pictures as the browser shows them. `pictures` holds {name, svg, font, painted}: with
// a font the picture is set in that one, and with `painted` its pixels are read too. What is
// found comes out as JSON in the element `found`, by name: {texts, faults, worst}.
"use strict";

const NEAR = 0.75; // points that a text may be over an edge, or over another text
const AA = 4.5; // WCAG 2.2, 1.4.3
const INKED = 1.05; // contrast of a pixel that a letter is on; at its edge it is faint
const SPOILT = 0.02; // of these may have a ground that is too near to the letter's colour
const SEEN = 1.5; // contrast of a text's strongest pixel; thin letters are grey at one pixel a point

const found = {};
const looks = [];
const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});

const inside = (one, box, near = NEAR) =>
  one.left >= box.left - near && one.right <= box.right + near &&
  one.top >= box.top - near && one.bottom <= box.bottom + near;

const overlap = (one, other) =>
  one.left + NEAR < other.right && other.left + NEAR < one.right &&
  one.top + NEAR < other.bottom && other.top + NEAR < one.bottom;

function boxOf(element) {
  const {x, y, width, height} = element.getBBox();
  return {left: x, right: x + width, top: y, bottom: y + height, element};
}

// Where a text's letters are: as wide as it is laid out, as high as its letters reach.
function inkOf(element) {
  const style = getComputedStyle(element);
  brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  brush.fontKerning = "none"; // As it was measured.
  const {actualBoundingBoxAscent: up, actualBoundingBoxDescent: down, width} =
    brush.measureText(element.textContent);
  const box = boxOf(element);
  const base = Number(element.getAttribute("y"));
  return {
    ...box, top: base - up, bottom: base + down, natural: width,
    words: element.textContent, colour: style.fill, base, size: parseFloat(style.fontSize),
  };
}

function judge({name, svg, font, painted}) {
  const holder = document.body.appendChild(document.createElement("div"));
  holder.innerHTML = svg;
  const root = holder.querySelector("svg");
  root.style = ""; // Its own would shrink it to the window.
  const {width, height} = root.viewBox.baseVal;
  const page = {left: 0, top: 0, right: width, bottom: height};
  if (font) root.style.fontFamily = font;
  // What strikes a text through is meant to lie on it; the letters are judged without.
  for (const stroke of root.querySelectorAll(".strike")) stroke.remove();
  const texts = [...root.querySelectorAll("text")].map(inkOf);
  const shapes = [...root.querySelectorAll("rect, ellipse, polygon, path")]
    .filter((one) => !one.classList.contains("head")).map(boxOf);
  const closed = shapes.filter(({element}) =>
    element.tagName !== "path" || element.getAttribute("fill") !== "none");
  const faults = [
    ...offPage(page, texts, shapes), ...leaving(texts, closed), ...overlapping(texts),
    ...texts.filter((one) => notAsMeasured(one, font)).map((one) => `width: ${one.words}`),
  ];
  found[name] = {texts: texts.length, faults, worst: 21};
  if (painted) {
    const shown = image(root);
    for (const {element} of texts) element.remove();
    looks.push({name, width, height, texts, shown, bare: image(root)});
  }
  holder.remove();
}

function offPage(page, texts, shapes) {
  return [
    ...texts.filter((one) => !inside(one, page, 0)).map((one) => `off the page: ${one.words}`),
    ...shapes.filter((one) => !inside(one, page, 0.5))
      .map(({element}) => `off the page: ${element.getAttribute("class")}`),
  ];
}

// A text is wholly inside of a shape or wholly outside, and inside of a card if its group has
// any. What is painted before a filled shape that holds the text is covered by it, and doesn't
// count.
function leaving(texts, closed) {
  const out = [];
  for (const text of texts) {
    const near = closed.filter((shape) => overlap(text, shape));
    const ground = near.findLastIndex((shape) =>
      inside(text, shape) && shape.element.getAttribute("fill") !== "none");
    for (const shape of near.slice(ground + 1))
      if (!inside(text, shape))
        out.push(`over the edge: ${text.words} | ${shape.element.getAttribute("class")}`);
    const cards = [...text.element.parentNode.querySelectorAll(":scope > .card")];
    if (cards.length && !cards.some((card) => inside(text, boxOf(card))))
      out.push(`out of its card: ${text.words}`);
  }
  return out;
}

// Lines of one text stand 1.2 sizes apart, closer than the marks of some scripts reach.
const oneText = (one, other) =>
  one.element.parentNode === other.element.parentNode && one.size === other.size &&
  Math.abs(one.base - other.base) > 1.19 * one.size;

function overlapping(texts) {
  const out = [];
  const sorted = [...texts].sort((one, other) => one.top - other.top);
  sorted.forEach((one, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next].top < one.bottom; next += 1)
      if (overlap(one, sorted[next]) && !oneText(one, sorted[next]))
        out.push(`overlap: ${one.words} | ${sorted[next].words}`);
  });
  return out;
}

// What was measured is how wide it is, whatever the font, and would be by itself in its own
// where all of its letters are in that. The browser's box is up to a point wider on each side.
function notAsMeasured({element, left, right, natural, words}, font) {
  const asked = Number(element.getAttribute("textLength"));
  if (!asked) return false;
  const exact = !font && /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{ASCII}]*$/u.test(words);
  return Math.abs(right - left - asked) > 2 || (exact && Math.abs(natural - asked) > 1);
}

// The load event waits for images that stand in the page; then they are there to be read.
function image(root) {
  const text = new XMLSerializer().serializeToString(root);
  const made = document.body.appendChild(document.createElement("img"));
  made.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  made.style.display = "none";
  return made;
}

function pixels(picture, width, height) {
  Object.assign(brush.canvas, {width, height});
  brush.drawImage(picture, 0, 0, width, height);
  return brush.getImageData(0, 0, width, height).data;
}

function luminance(red, green, blue) {
  const [r, g, b] = [red, green, blue].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (one, other) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

// Each text's colour against what is painted behind its letters, and whether the text is to be seen.
function look({name, width, height, texts, shown, bare}) {
  const [wide, high] = [Math.round(width), Math.round(height)];
  const [front, back] = [pixels(shown, wide, high), pixels(bare, wide, high)];
  const known = new Map();
  const light = (data, at) => {
    const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    if (!known.has(key)) known.set(key, luminance(data[at], data[at + 1], data[at + 2]));
    return known.get(key);
  };
  for (const text of texts) {
    const ink = luminance(...text.colour.match(/\d+/g).map(Number));
    let [count, spoilt, least, strongest] = [0, 0, 21, 1];
    for (let y = Math.max(Math.floor(text.top), 0); y < Math.min(text.bottom, high); y += 1)
      for (let x = Math.max(Math.floor(text.left), 0); x < Math.min(text.right, wide); x += 1) {
        const at = 4 * (y * wide + x);
        const ground = light(back, at);
        const drawn = contrast(light(front, at), ground);
        if (drawn < INKED) continue;
        const ratio = contrast(ink, ground);
        count += 1;
        spoilt += ratio < AA;
        least = Math.min(least, ratio);
        strongest = Math.max(strongest, drawn);
      }
    if (spoilt > count * SPOILT)
      found[name].faults.push(`contrast ${least.toFixed(2)}: ${text.words}`);
    else found[name].worst = Math.min(found[name].worst, least);
    if (/[\p{L}\p{N}]/u.test(text.words) && strongest < SEEN)
      found[name].faults.push(`not to be seen: ${text.words}`);
  }
  shown.remove();
  bare.remove();
}

for (const picture of pictures) judge(picture);

addEventListener("load", () => {
  for (const one of looks) look(one);
  const text = document.createElement("pre");
  text.id = "found";
  text.textContent = JSON.stringify(found);
  document.body.append(text);
});
