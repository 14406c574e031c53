/* What the pages of a glossary gain from a script: a filter for lists, a button for the theme's search, questions
   that unfold when their address is opened, formulas that keep the comma after them, formulas, code and drawings that
   scroll with the keyboard, and diagrams where the site has loaded Mermaid itself. It starts again after instant
   navigation, and every page works without. */
(() => {
  "use strict";

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* Hide the entries that do not hold every word typed, the groups that are left empty, and say how many remain. */
  function filter(box) {
    const input = box.querySelector("input");
    const result = box.querySelector("output");
    const scope = box.closest(".gs-section") || box.closest(".gs-page");
    const entries = Array.from(scope.querySelectorAll("[data-gs-entry]"), (element) => [element, fold(`${element.textContent} ${element.dataset.gsNames || ""}`)]);
    const groups = scope.querySelectorAll("[data-gs-group]");
    if (!input || entries.length < 2) return;

    function apply() {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [element, text] of entries) {
        element.hidden = !words.every((word) => text.includes(word));
        if (!element.hidden) shown += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector("[data-gs-entry]:not([hidden])");
      result.textContent = !words.length ? "" : !shown ? box.dataset.gsNone
        : box.dataset.gsResult.replace("{shown}", shown).replace("{total}", entries.length);
    }

    input.addEventListener("input", apply);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.value) {
        event.stopPropagation();
        input.value = "";
        apply();
      }
    });
    box.hidden = false;
    if (input.value) apply();
  }

  /* The theme's own search: Material, MkDocs, Read the Docs. */
  function search(button) {
    const toggle = document.getElementById("__search");
    const opener = document.querySelector('[data-bs-target="#mkdocs_search_modal"]');
    const field = document.querySelector('[data-md-component="search-query"], #rtd-search-form input[type="text"], #mkdocs-search-query');
    if (!toggle && !opener && !field) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (opener) return opener.click();
      if (toggle) {
        toggle.checked = true;
        toggle.dispatchEvent(new Event("change"));
      }
      if (field) field.focus();
    });
  }

  /* Material's search is a dialog without a name; its field has one. */
  function nameSearch() {
    const dialog = document.querySelector('.md-search[role="dialog"]:not([aria-label])');
    const field = dialog && dialog.querySelector("[aria-label]");
    if (field) dialog.setAttribute("aria-label", field.getAttribute("aria-label"));
  }

  /* What is wider than the screen scrolls, and what scrolls can be reached with the keyboard. */
  function reach() {
    for (const element of document.querySelectorAll(".gs-page :is(math, pre, pre > code, .gs-around)")) {
      if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    }
  }

  /* Browsers may break a line between a formula and the comma after it. */
  function tie() {
    for (const math of document.querySelectorAll('.gs-page :not(.gs-tied) > math:not([display="block"])')) {
      const after = math.nextSibling;
      const signs = after && after.nodeType === Node.TEXT_NODE && after.data.match(/^[,.;:!?)\]…”’]+/u);
      if (!signs) continue;
      const tied = document.createElement("span");
      tied.className = "gs-tied";
      after.splitText(signs[0].length);
      math.before(tied);
      tied.append(math, after);
    }
  }

  function unfold() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* as it is */ }
    const target = id && document.getElementById(id);
    const folded = target && target.closest("details.gs-question:not([open])");
    if (folded) {
      folded.open = true;
      target.scrollIntoView();
    }
  }

  function draw(diagrams) {
    const mermaid = window.mermaid;
    if (!diagrams.length || !mermaid || typeof mermaid.run !== "function") return;
    const scheme = document.body.getAttribute("data-md-color-scheme") || document.documentElement.getAttribute("data-bs-theme");
    mermaid.initialize({ startOnLoad: false, theme: /slate|dark/.test(scheme || "") ? "dark" : "neutral" });
    for (const diagram of diagrams) diagram.textContent = diagram.textContent;
    mermaid.run({ nodes: diagrams, suppressErrors: true });
  }

  function start() {
    document.querySelectorAll("[data-gs-filter][hidden]").forEach(filter);
    document.querySelectorAll("[data-gs-search][hidden]").forEach(search);
    draw(document.querySelectorAll("pre.gs-mermaid:not([data-processed])"));
    nameSearch();
    tie();
    reach();
    unfold();
  }

  window.addEventListener("hashchange", unfold);
  if (window.document$ && typeof window.document$.subscribe === "function") window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
