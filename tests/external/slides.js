// Judges the slide of a deck that is shown: what of it is not where it should be. A text's place
// is that of its letters; its box is the element's that has one by the deck.
(() => {
  const NEAR = 1.5; // pixels that a letter may be over an edge
  const slide = document.querySelector(".slide.now");
  const page = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
  const faults = [];

  const inside = (one, box) =>
    one.left >= box.left - NEAR && one.right <= box.right + NEAR &&
    one.top >= box.top - NEAR && one.bottom <= box.bottom + NEAR;

  function texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || node.parentElement.closest(".sr, title, desc")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({words: node.data.trim(), rects: [...range.getClientRects()], parent: node.parentElement});
    }
    return found;
  }

  const area = slide.getBoundingClientRect();
  if (!inside(area, page)) faults.push("the slide is larger than the window");
  if (area.width < innerWidth - NEAR && area.height < innerHeight - NEAR) {
    faults.push("the slide is smaller than the window");
  }
  if (Math.abs(area.width / area.height - 16 / 9) > 0.002) faults.push("the slide is not 16:9");

  const all = texts(slide);
  for (const {words, rects, parent} of all) {
    if (parent.closest("footer > .deck")) continue; // What of it is too long is cut.
    const holder = parent.closest("td, th, svg, footer, .slide > *");
    const box = holder.getBoundingClientRect();
    if (!rects.every((one) => inside(one, area))) faults.push(`off the slide: ${words}`);
    else if (parent.closest("span") && rects.length > 1) faults.push(`broken: ${words}`);
    else if (!rects.every((one) => inside(one, box))) faults.push(`out of its box: ${words}`);
    const size = parseFloat(getComputedStyle(parent).fontSize) * 960 / area.width;
    if (!parent.closest("svg") && size < 10 - 0.01) faults.push(`smaller than 10 points: ${words}`);
  }
  for (const holder of slide.querySelectorAll(".holder, .words")) {
    const box = holder.getBoundingClientRect();
    const bottom = Math.max(...[...holder.children].map((one) => one.getBoundingClientRect().bottom));
    if (bottom > box.bottom + NEAR) faults.push(`too high: ${holder.textContent.trim().slice(0, 40)}`);
  }
  return {id: slide.id, texts: all.length, faults};
})()
