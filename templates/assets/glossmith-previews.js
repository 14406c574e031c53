/* Previews of terms at links to them. */
(() => {
  const [ROOT, KEYS, SHARDS, VERSION] = SITE; // by the build
  const base = document.currentScript.src;
  const root = new URL(ROOT, base).href;
  const OPEN = 200, CLOSE = 300, PRESS = 350, EDGE = 8, BY = "aria-describedby";

  const shards = {};
  let next, opening, open, closing, card; // what opens, is open: link, why, pointer
  let barred, held, at; // links dismissed, long-pressed; where the pointer rests

  function keyOf(url) {
    const { href } = Object.assign(document.createElement("a"), { href: url });
    return href.startsWith(root) && href.slice(root.length).match(KEYS)?.[0];
  }

  /* FNV-1a, as in stages/shard.py. */
  function shardOf(key, number) {
    let hash = 2166136261;
    for (const sign of key) hash = Math.imul(hash ^ sign.charCodeAt(), 16777619);
    return (hash >>> 0) % number;
  }

  async function load(key) {
    const name = `previews/${shardOf(key, SHARDS)}.json?v=${VERSION}`;
    try {
      const shard = await (shards[name] ||= fetch(new URL(name, base)).then((one) => one.json()));
      return shard[key].trim();
    } catch {
      delete shards[name]; // offline, or no shard
    }
  }

  function aim(target, why, delay, x) {
    const link = target.closest?.("a");
    if (!link || [barred, open?.link, next?.link].includes(link)) return;
    if (getComputedStyle(link).getPropertyValue("--gs-preview") !== "on") return;
    const key = keyOf(link.href?.baseVal ?? link.href);
    if (!key || key === keyOf(location)) return;
    cancel();
    const mine = next = { link, why, x };
    opening = setTimeout(async () => {
      if (why === "touch") held = link;
      const html = await load(key);
      if (next !== mine) return;
      close();
      if (html) show(mine, html);
      else [barred, held] = [link, null];
    }, delay);
  }

  function cancel() {
    clearTimeout(opening);
    clearTimeout(closing);
    next = null;
  }

  function close() {
    cancel();
    if (!open) return;
    const { link } = open, ids = link.getAttribute(BY)?.replace(/ ?gs-preview$/, "");
    if (ids) link.setAttribute(BY, ids);
    else link.removeAttribute(BY);
    if (card.contains(document.activeElement)) link.focus();
    card.remove();
    open = null;
  }

  function show(mine, html) {
    const { link } = open = mine, host = link.closest("dialog, .md-tooltip2, main, [role=main], body");
    host.insertAdjacentHTML("beforeend", `<div class=gs-preview id=gs-preview role=tooltip popover=manual><div>${html}`);
    card = host.lastChild;
    card.showPopover?.({ source: link.click && link }); // for Tab; not in SVG
    link.setAttribute(BY, [link.getAttribute(BY), card.id].join(" ").trim());
    place();
    const text = card.firstChild;
    if (text.scrollHeight > text.clientHeight || text.scrollWidth > text.clientWidth) text.tabIndex = 0;
  }

  function place(event) {
    if (!open || event?.target === card.firstChild) return;
    const { link, x } = open, { style } = card;
    const { offsetLeft, offsetTop, width, height } = visualViewport;
    const { top, bottom } = link.getBoundingClientRect(), [line, another] = link.getClientRects();
    const above = top - offsetTop - EDGE, below = offsetTop + height - EDGE - bottom;
    if (!line || Math.max(above, below) < 64) return close();
    style.cssText = `max-width: ${width - 2 * EDGE}px`;
    const up = card.offsetHeight > below && above > below;
    style.maxHeight = `${up ? above : below}px`;
    const { offsetWidth: w, offsetHeight: h } = card, rtl = card.matches(":dir(rtl)");
    const at = (another && x || line[rtl ? "right" : "left"]) - rtl * w;
    style.left = `${offsetLeft + Math.max(EDGE, Math.min(at - offsetLeft, width - EDGE - w))}px`;
    style.top = `${up ? top - h : bottom}px`;
    if (event && !link.contains(document.elementFromPoint(line.x + 3, line.y + 3))) close();
  }

  function stop(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  const on = {
    /* Not where a page moves under a resting pointer. */
    pointermove({ pointerType, target, buttons, clientX, screenX, screenY }) {
      if (at === (at = `${screenX} ${screenY}`) || pointerType === "touch" || buttons) return;
      aim(target, "pointer", OPEN, clientX);
    },
    pointerout({ relatedTarget: to }) {
      if (barred && !barred.contains(to)) barred = null;
      const isLeft = (one) => one?.why === "pointer" && !one.link.contains(to);
      if (isLeft(next)) cancel();
      clearTimeout(closing);
      if (isLeft(open) && !card.contains(to)) closing = setTimeout(close, CLOSE);
    },
    pointerdown({ pointerType, target, clientX }) {
      barred = held = null;
      if (card?.contains(target)) return;
      close();
      if (pointerType === "touch") aim(target, "touch", PRESS, clientX);
      else barred = target.closest?.("a");
      if (next) next.link.style.webkitTouchCallout = "none";
    },
    pointerup() {
      if (next?.why === "touch" && !held) cancel();
    },
    click: (event) => held && stop(event),
    focusin({ target }) {
      if (!target.matches(":focus-visible")) return;
      if (target === open?.link) open.why = "focus";
      else aim(target, "focus", OPEN);
    },
    focusout({ target, relatedTarget: to }) {
      if (next?.why === "focus") cancel();
      if (target === barred) barred = null;
      if (open?.why === "focus" && to !== open.link && !card.contains(to)) close();
    },
    keydown(event) {
      held = null;
      if (event.key !== "Escape" || !open) return;
      stop(event);
      barred = open.link.matches(":hover, :focus") && open.link;
      close();
    },
    scroll: place,
  };
  on.pointercancel = on.pointerup;
  on.contextmenu = on.dragstart = on.click;

  for (const name in on) addEventListener(name, on[name], true);
  visualViewport.addEventListener("resize", place);
  window.document$?.subscribe(close); // Material's instant loading
})();
