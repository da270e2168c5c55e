// A document's pages as pictures: which view is shown, what is marked on a page, turning, zooming.
// A page is fetched when it comes into sight, and not before.
"use strict";

window.chidaoSheets = (() => {
  const KEPT = "chidao-view-"; // what the reader chose in this session, for scans and for other PDFs
  const ZOOMS = [1, 1.5, 2, 3];
  const DWELL = 120; // milliseconds in sight: a page that only flies past is not fetched

  const sheetsOf = (page) => [...page.querySelectorAll(".cd-sheet")];
  const boxOf = (page) => page.querySelector(".cd-scroll");

  // [clause, left, top, right, bottom] of each place on a sheet.
  const placesOf = (sheet) =>
    (sheet.dataset.places || "").split(";").filter(Boolean)
      .map((place) => place.split(" ").map(Number));
  const placesAt = (sheet, clause) =>
    placesOf(sheet).filter((place) => place[0] === Number(clause));

  // Scans open as pages, since recognised text may be wrong; other PDFs as text.
  const sortOf = (page, clause) => {
    const sheets = sheetsOf(page);
    const sheet = sheets.find((one) => placesAt(one, clause).length) || sheets[0];
    return "scanned" in sheet.dataset ? "scan" : "pdf";
  };
  const usual = (sort) => {
    let kept = null;
    try { kept = sessionStorage.getItem(KEPT + sort); } catch { /* private window */ }
    return kept || (sort === "scan" ? "page" : "text");
  };

  const set = (page, view) => {
    page.dataset.view = view;
    page.querySelectorAll("button[data-view]").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    });
    if (view === "page") {
      fit(page);
      requestAnimationFrame(() => { watchSheets(page); count(page); });
    }
  };

  const open = (page, clause) => {
    // Gradio turns one document's elements into the next one's: what hangs on them has to go.
    page.watched?.disconnect();
    page.watched = null;
    const sheets = sheetsOf(page);
    sheets.forEach((sheet) => clearTimeout(sheet.dwelling));
    if (sheets.length) set(page, usual(sortOf(page, clause)));
  };
  const choose = (page, view) => {
    const hit = page.querySelector(".cd-hit");
    const sort = sortOf(page, hit ? hit.dataset.c : undefined);
    try { sessionStorage.setItem(KEPT + sort, view); } catch { /* private window */ }
    set(page, view);
  };

  // Marks the clause on its pages. Gives the first mark, or null when its text is what is seen.
  const mark = (page, clause, locator) => {
    if (!page.dataset.view) return null;
    page.querySelectorAll(".cd-place").forEach((old) => old.remove());
    let first = null;
    sheetsOf(page).forEach((sheet) => {
      const picture = sheet.querySelector("img");
      picture.dataset.plain = picture.dataset.plain || picture.alt;
      const places = placesAt(sheet, clause);
      picture.alt = places.length ? picture.dataset.marked : picture.dataset.plain;
      places.forEach(([, left, top, right, bottom]) => {
        const place = document.createElement("div");
        place.className = "cd-place";
        place.style.left = `${left / 100}%`;
        place.style.top = `${top / 100}%`;
        place.style.width = `${(right - left) / 100}%`;
        place.style.height = `${(bottom - top) / 100}%`;
        if (first) {
          place.setAttribute("aria-hidden", "true");
        } else {
          first = place;
          place.setAttribute("role", "img");
          const label = page.querySelector(".cd-sheets").dataset.mark;
          place.setAttribute("aria-label", locator ? `${label}: ${locator}` : label);
          place.tabIndex = -1;
        }
        sheet.append(place);
      });
    });
    if (page.dataset.view !== "page") return null;
    if (!first) {
      set(page, "text"); // nowhere on the pages: not remembered, the reader did not choose it
      return null;
    }
    const box = boxOf(page);
    const beside = first.getBoundingClientRect().left - box.getBoundingClientRect().left;
    if (beside < 0 || beside > box.clientWidth / 2) box.scrollLeft += beside - 24;
    return first;
  };

  const load = (sheet) => {
    const picture = sheet.querySelector("img");
    if (picture.srcset) return;
    picture.addEventListener("load", () => sheet.classList.add("cd-loaded"), { once: true });
    picture.addEventListener("error", () => failed(sheet), { once: true });
    picture.sizes = `${sheet.clientWidth}px`;
    picture.srcset = picture.dataset.srcset;
    picture.src = picture.dataset.src;
  };

  const again = (sheet) => {
    delete sheet.dataset.failed;
    sheet.closest(".cd-doc").querySelector(".cd-gone").textContent = "";
    sheet.querySelector("img").removeAttribute("srcset");
    load(sheet);
  };

  const watchSheets = (page) => {
    page.querySelectorAll(".cd-sheet[data-failed]").forEach(again);
    if (page.watched || !page.isConnected) return;
    page.watched = new IntersectionObserver((entries) => {
      entries.forEach(({ target, isIntersecting }) => {
        clearTimeout(target.dwelling);
        if (!isIntersecting) return;
        target.dwelling = setTimeout(() => { page.watched.unobserve(target); load(target); }, DWELL);
      });
    }, { root: boxOf(page), rootMargin: "20% 0px" });
    sheetsOf(page).forEach((sheet) => page.watched.observe(sheet));
  };

  // Why a page could not be shown: its file is another now, or the server is out of reach.
  const failed = async (sheet) => {
    const page = sheet.closest(".cd-doc");
    if (!page) return;
    const notice = page.querySelector(".cd-gone");
    const picture = sheet.querySelector("img");
    let gone = false;
    try { gone = (await fetch(picture.dataset.src)).status === 410; } catch { /* out of reach */ }
    notice.textContent = gone ? notice.dataset.gone : notice.dataset.failed;
    if (!gone) {
      sheet.dataset.failed = "";
      return;
    }
    page.querySelector('button[data-view="page"]').disabled = true;
    if (page.dataset.view === "page") {
      set(page, "text");
      const hit = page.querySelector(".cd-hit");
      if (hit) hit.scrollIntoView({ block: "center" });
    }
  };

  // The sheet that is being read: at the height where a clause is brought to (see goTo).
  const current = (page) => {
    const box = boxOf(page).getBoundingClientRect();
    const line = box.top + box.height / 4 + 1;
    const sheets = sheetsOf(page);
    const at = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom >= line);
    return at < 0 ? sheets.length - 1 : at;
  };
  const count = (page) => {
    page.querySelector(".cd-at").textContent = sheetsOf(page)[current(page)].dataset.page;
  };
  const turn = (page, by) => {
    const sheets = sheetsOf(page);
    const sheet = sheets[Math.min(sheets.length - 1, Math.max(0, current(page) + by))];
    const box = boxOf(page);
    box.scrollTop += sheet.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
  };

  // Pages are as wide as there is room, times the zoom; sharper pictures are taken where needed.
  const fit = (page) => {
    sheetsOf(page).forEach((sheet) => {
      const picture = sheet.querySelector("img");
      if (picture.srcset) picture.sizes = `${sheet.clientWidth}px`;
    });
  };
  // The point that stays where it is: where the mark begins if it is in sight, else the middle.
  const still = (page) => {
    const frame = boxOf(page).getBoundingClientRect();
    const seen = [...page.querySelectorAll(".cd-place")].map((place) => place.getBoundingClientRect())
      .find((place) => place.bottom > frame.top && place.top < frame.bottom
        && place.left >= frame.left - 1 && place.left < frame.right);
    return seen ? [seen.left, seen.top]
      : [frame.left + frame.width / 2, frame.top + frame.height / 2];
  };
  const zoom = (page, scale, [across, down]) => {
    const box = boxOf(page);
    const sheet = sheetsOf(page).find((one) => one.getBoundingClientRect().bottom >= down)
      || sheetsOf(page)[current(page)];
    const before = sheet.getBoundingClientRect();
    const share = [(across - before.left) / before.width, (down - before.top) / before.height];
    page.dataset.zoomed = scale;
    page.style.setProperty("--cd-zoom", scale);
    page.querySelector(".cd-zoomed").textContent = `${Math.round(scale * 100)}%`;
    const after = sheet.getBoundingClientRect();
    box.scrollLeft += after.left + share[0] * after.width - across;
    box.scrollTop += after.top + share[1] * after.height - down;
    fit(page);
  };
  const zoomed = (page) => Number(page.dataset.zoomed || 1);

  document.addEventListener("click", (event) => {
    const page = event.target.closest(".cd-doc[data-view]");
    if (!page) return;
    const tool = event.target.closest("[data-turn], [data-zoom]");
    if (tool && tool.dataset.turn) turn(page, Number(tool.dataset.turn));
    if (tool && tool.dataset.zoom) {
      const at = ZOOMS.indexOf(zoomed(page)) + Number(tool.dataset.zoom);
      if (ZOOMS[at]) zoom(page, ZOOMS[at], still(page));
    }
    const sheet = event.target.closest(".cd-sheet");
    if (sheet && "failed" in sheet.dataset) {
      again(sheet);
    } else if (sheet) {
      zoom(page, zoomed(page) > 1 ? 1 : 2, [event.clientX, event.clientY]);
    }
  });

  let counting = 0;
  document.addEventListener("scroll", (event) => {
    const page = event.target.closest?.('.cd-doc[data-view="page"]');
    if (!page || counting) return;
    counting = requestAnimationFrame(() => { counting = 0; if (page.isConnected) count(page); });
  }, { capture: true, passive: true });
  addEventListener("resize", () => {
    document.querySelectorAll('.cd-doc[data-view="page"]').forEach(fit);
  });

  return { open, choose, mark };
})();
