// What pictures do by themselves: walk to a point in time; enlarge, move and search the map of
// references and light up what a document is linked to. What is drawn comes from the server.
"use strict";

(() => {
  const AROUND = "chidao-around"; // whether the reader wants the picture on documents' pages
  const fold = (words) =>
    words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const mapOf = (target) => (target.closest ? target.closest("svg.cd-web") : null);
  const nodeOf = (target) => (target.closest ? target.closest(".cd-node") : null);
  const nodesOf = (svg) => [...svg.querySelectorAll(".cd-node")];

  // Time
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump]");
    if (!link) return;
    event.preventDefault();
    const target = document.getElementById(link.dataset.jump);
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  });

  // Enlarging: the part of the picture that is seen, [x, y, width, height] in its own unit
  const whole = (svg) => {
    if (!svg.dataset.whole) svg.dataset.whole = svg.getAttribute("viewBox");
    return svg.dataset.whole.split(" ").map(Number);
  };
  const seen = (svg) => svg.getAttribute("viewBox").split(" ").map(Number);
  const look = (svg, [x, y, width, height]) => {
    const [left, top, most, high] = whole(svg);
    const wide = Math.min(Math.max(width, most / 8), most);
    const tall = (wide * high) / most;
    const within = (at, from, size, all) => Math.min(Math.max(at, from), from + all - size);
    svg.setAttribute("viewBox",
      [within(x, left, wide, most), within(y, top, tall, high), wide, tall].join(" "));
    svg.classList.toggle("cd-near-by", wide < most / 1.6);
  };
  const zoom = (svg, by, at) => {
    const [x, y, width, height] = seen(svg);
    if (!by) return look(svg, whole(svg));
    const [px, py] = at || [x + width / 2, y + height / 2];
    return look(svg, [px - (px - x) / by, py - (py - y) / by, width / by, height / by]);
  };
  const pointed = (svg, event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(
      svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".cd-map [data-zoom]");
    if (button) zoom(button.closest(".cd-map").querySelector("svg.cd-web"), Number(button.dataset.zoom));
  });
  document.addEventListener("wheel", (event) => {
    const svg = mapOf(event.target);
    if (!svg) return;
    // Where there is nothing more to see the page scrolls on.
    if (event.deltaY > 0 && seen(svg)[2] >= whole(svg)[2]) return;
    event.preventDefault();
    zoom(svg, event.deltaY < 0 ? 1.2 : 1 / 1.2, pointed(svg, event));
  }, { passive: false });

  let drag = null; // where the pointer went down on the map, and whether it moved since
  document.addEventListener("pointerdown", (event) => {
    const svg = mapOf(event.target);
    drag = svg && event.button === 0
      ? { svg, x: event.clientX, y: event.clientY, from: seen(svg), moved: false } : null;
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag || !drag.svg.isConnected) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < 5) return;
    drag.moved = true;
    drag.svg.classList.add("cd-held");
    const scale = 1 / drag.svg.getScreenCTM().a;
    look(drag.svg, [drag.from[0] - dx * scale, drag.from[1] - dy * scale, drag.from[2], drag.from[3]]);
  });
  const release = () => { if (drag) drag.svg.classList.remove("cd-held"); };
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", () => { release(); drag = null; });
  document.addEventListener("dragstart", (event) => { if (mapOf(event.target)) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    // The end of a drag is no click on the document under it.
    if (drag && drag.moved && mapOf(event.target)) {
      event.preventDefault();
      event.stopPropagation();
    }
    drag = null;
  }, true);

  // Lighting up
  const clear = (svg) => {
    svg.classList.remove("cd-asked");
    svg.querySelectorAll(".cd-lit, .cd-matched").forEach((lit) =>
      lit.classList.remove("cd-lit", "cd-matched"));
  };
  const light = (svg, node) => {
    clear(svg);
    svg.classList.add("cd-asked");
    node.classList.add("cd-lit");
    const nodes = {};
    nodesOf(svg).forEach((each) => { nodes[each.dataset.n] = each; });
    for (const line of svg.querySelectorAll(`[data-a="${node.dataset.n}"], [data-b="${node.dataset.n}"]`)) {
      line.classList.add("cd-lit");
      nodes[line.dataset.a].classList.add("cd-lit");
      nodes[line.dataset.b].classList.add("cd-lit");
    }
  };
  const search = (box) => {
    const map = box.closest(".cd-map");
    const svg = map.querySelector("svg.cd-web");
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    clear(svg);
    const told = map.querySelector("[data-found]");
    told.textContent = "";
    if (!words.length) return [];
    svg.classList.add("cd-asked");
    const found = nodesOf(svg).filter((node) => {
      const about = fold(node.getAttribute("aria-label"));
      return words.every((word) => about.includes(word));
    });
    found.forEach((node) => node.classList.add("cd-lit", "cd-matched"));
    told.textContent = told.dataset.found.replace("#", found.length);
    return found;
  };
  const settle = (svg) => {
    const box = svg.closest(".cd-map").querySelector("[data-find]");
    if (box.value.trim()) search(box); else clear(svg);
  };
  const tell = (node) => {
    const frame = node.closest(".cd-frame, .cd-around");
    const line = frame && frame.querySelector(".cd-told");
    if (line) line.textContent = node.dataset.told || node.getAttribute("aria-label");
  };
  for (const [enters, leaves] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(enters, (event) => {
      const node = nodeOf(event.target);
      if (!node || !node.hasAttribute("aria-label")) return;
      tell(node);
      const svg = mapOf(node);
      if (svg && !(drag && drag.moved)) light(svg, node);
    });
    document.addEventListener(leaves, (event) => {
      const svg = mapOf(event.target);
      if (svg && nodeOf(event.target)) settle(svg);
    });
  }
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) search(event.target);
  });

  // By keyboard the map is one stop; arrows lead on to the nearest document that way.
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const ZOOMS = { "+": 1.4, "=": 1.4, "-": 1 / 1.4, "0": 0 };
  const spot = (node) => node.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  const goTo = (svg, node) => {
    nodesOf(svg).forEach((other) => { other.setAttribute("tabindex", other === node ? 0 : -1); });
    const [[x, y], [left, top, width, height]] = [spot(node), seen(svg)];
    if (x < left || x > left + width || y < top || y > top + height) {
      look(svg, [x - width / 2, y - height / 2, width, height]);
    }
    node.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("[data-find]") && event.key === "Enter") {
      const found = search(event.target);
      if (found.length) goTo(mapOf(found[0]), found[0]);
      return;
    }
    const node = nodeOf(event.target);
    const svg = mapOf(event.target);
    if (!node || !svg || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ZOOMS) {
      event.preventDefault();
      zoom(svg, ZOOMS[event.key], spot(node));
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = spot(node);
    let [best, least] = [null, Infinity];
    for (const other of nodesOf(svg)) {
      const [dx, dy] = spot(other).map((at, axis) => at - [x, y][axis]);
      const ahead = dx * step[0] + dy * step[1];
      const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      if (ahead > 0 && ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
    }
    if (best) goTo(svg, best);
  });

  // The picture on a document's page stays as the reader left it.
  const wanted = () => {
    try { return localStorage.getItem(AROUND) !== "closed"; } catch { return true; }
  };
  // The click, not the toggle, which also tells of a picture that was just drawn open.
  document.addEventListener("click", (event) => {
    const summary = event.target.closest("[data-picture] > summary");
    if (!summary) return;
    try { localStorage.setItem(AROUND, summary.parentElement.open ? "closed" : "open"); } catch { /* private */ }
  });
  document.addEventListener("chidao-shown", (event) => {
    const around = event.detail.querySelector("[data-picture]");
    if (around) around.open = wanted();
    const now = event.detail.querySelector(".cd-axis .cd-now");
    if (now) {
      const axis = now.closest(".cd-axis");
      axis.scrollLeft = now.offsetLeft - axis.offsetLeft - axis.clientWidth / 3;
    }
    // Whoever opened a document goes on from its name: what was clicked is gone or hidden.
    const name = event.detail.querySelector(".cd-page .cd-bar h2");
    const held = document.activeElement;
    if (name && (held === document.body || held.matches("[data-event=show]"))) {
      name.tabIndex = -1;
      requestAnimationFrame(() => name.focus({ preventScroll: true }));
    }
  });
})();
