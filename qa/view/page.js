// What the page does by itself: send clicks on citations to the server, walk a document to the
// clause asked for, copy citations, follow the reader's keyboard. Nothing is fetched from elsewhere.
"use strict";

window.chidao = (() => {
  const LANGUAGE = "chidao-language";
  const last = {}; // of each event, what the element that sent it last says of itself
  let opener = null; // what had the focus before a document was opened beside it

  const viewerOf = (element) => {
    const split = element.closest(".cd-split");
    return split ? split.querySelector(".cd-viewer") : null;
  };

  const goTo = (page, clause, smooth) => {
    const target = page.querySelector(`[data-c="${Number(clause)}"]`);
    if (!target) return;
    page.querySelectorAll(".cd-hit").forEach((hit) => {
      hit.classList.remove("cd-hit");
      hit.removeAttribute("tabindex");
    });
    target.classList.add("cd-hit");
    // A signature, or the list of recipients, is cited whole by its first line.
    for (const block of ["cd-signature", "cd-recipient"]) {
      let next = target.classList.contains(block) ? target.nextElementSibling : null;
      for (; next && next.classList.contains(block); next = next.nextElementSibling) {
        next.classList.add("cd-hit");
      }
    }
    target.tabIndex = -1;
    const seen = chidaoSheets.mark(page, clause, target.title) || target;
    const box = target.closest(".cd-scroll");
    const above = seen.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({
      top: box.scrollTop + above - box.clientHeight / 4,
      behavior: smooth && !calm ? "smooth" : "instant",
    });
    seen.focus({ preventScroll: true });
  };

  const splitClause = (id) => {
    const at = id.lastIndexOf("#");
    return [id.slice(0, at), id.slice(at + 1)];
  };

  // What was clicked last, for the server. It does not go along with the event: Gradio holds one
  // back while another is answered, and then sends the first one's data again.
  const clicked = (event) => JSON.stringify(last[event] || {});

  // Events of one component.
  const bind = (element, trigger, props, watch) => {
    element.addEventListener("click", (event) => {
      const source = event.target.closest("[data-event]");
      if (source && element.contains(source)) {
        event.preventDefault();
        const data = { ...source.dataset };
        if (data.event === "cite") {
          opener = source;
          const [shown, clause] = splitClause(data.clause);
          const viewer = viewerOf(element);
          if (viewer && viewer.dataset.document === shown) {
            goTo(viewer, clause, true);
            return;
          }
          source.setAttribute("aria-busy", "true");
          setTimeout(() => source.removeAttribute("aria-busy"), 1500);
        }
        if (data.event === "rate") {
          const note = source.parentElement.querySelector(".cd-note");
          data.note = note ? note.value : "";
        }
        last[data.event] = data;
        trigger(data.event);
      }
      if (event.target.closest("[data-close]")) close(props);
    });
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && element.querySelector(".cd-viewer")) close(props);
    });
    const opened = () => {
      const page = element.querySelector(".cd-doc[data-view]");
      if (page) chidaoSheets.open(page, page.dataset.goto);
    };
    opened(); // a component that was hidden until now is made with its value
    const tellShown = () => {
      document.dispatchEvent(new CustomEvent("chidao-shown", { detail: element }));
    };
    requestAnimationFrame(tellShown); // what was hidden comes with its value
    watch("value", () => {
      opened();
      const page = element.querySelector("[data-goto]");
      if (page) {
        page.querySelectorAll(".cd-scroll").forEach((box) => { box.scrollTop = 0; });
        requestAnimationFrame(() => goTo(page, page.dataset.goto, false));
      }
      const answer = element.querySelector(".cd-answer");
      if (answer && !answer.dataset.every && answer.getBoundingClientRect().top > innerHeight / 2) {
        answer.scrollIntoView({ block: "start" });
      }
      tellShown();
      const box = document.querySelector("#cd-question input");
      if (box && document.getElementById("cd-suggest")) box.setAttribute("list", "cd-suggest");
    });
  };

  const close = (props) => {
    props.value = "";
    if (opener && opener.isConnected) opener.focus();
  };

  const copy = async (button) => {
    const words = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without https browsers hide the clipboard: the old way still works.
      const area = document.createElement("textarea");
      area.value = words;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { button.textContent = label; }, 1600);
  };

  // Another view of the same document, at the same clause.
  const turn = (page, view) => {
    chidaoSheets.choose(page, view);
    const hit = page.querySelector(".cd-hit");
    if (hit) goTo(page, hit.dataset.c, false);
  };

  document.addEventListener("click", (event) => {
    const view = event.target.closest("button[data-view]");
    if (view) {
      turn(view.closest(".cd-doc"), view.dataset.view);
      view.focus();
    }
    const copier = event.target.closest("[data-copy]");
    if (copier) copy(copier);
    const link = event.target.closest("[data-go]");
    if (link) {
      event.preventDefault();
      goTo(link.closest(".cd-doc"), link.dataset.go, true);
    }
  });

  const speak = (language) => {
    document.documentElement.lang = language;
    try { localStorage.setItem(LANGUAGE, language); } catch { /* private window */ }
    return language;
  };
  const spoken = () => {
    let language = "vi";
    try { language = localStorage.getItem(LANGUAGE) === "en" ? "en" : "vi"; } catch { /* same */ }
    document.documentElement.lang = language;
    return language;
  };
  spoken();

  return { bind, clicked, speak, spoken };
})();
