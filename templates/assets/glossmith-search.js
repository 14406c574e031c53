/* Material's search worker, with one addition: what is called exactly what was typed comes first. Material ranks by the
   rarity of words and adds up everything that begins with them, so that "token" finds tokenization before token. */
"use strict";

const names = new Map();
const post = self.postMessage.bind(self);
const fold = (text) => text.normalize("NFKC").toLowerCase().split(/[\s-]+/).filter(Boolean).join(" ");
let wanted = "";

function remember(documents) {
  for (const { location, title, tags } of documents) {
    if (location.includes("#")) continue;
    for (const name of tags || [title]) {
      const key = fold(name);
      if (!names.has(key)) names.set(key, new Set());
      names.get(key).add(location);
    }
  }
}

/* Messages to the worker: 0 brings the index, 2 asks; its answer to that is 3. */
addEventListener("message", ({ data }) => {
  if (data.type === 0) remember(data.data.docs);
  if (data.type === 2) wanted = fold(data.data);
});

self.postMessage = (message) => {
  const exact = message.type === 3 && message.data && names.get(wanted);
  if (exact) {
    const items = message.data.items;
    const best = Math.max(0, ...items.map(([first]) => first.score)) + 1;
    const called = items.filter((group) => group.some(({ location }) => exact.has(location)));
    for (const entry of called.flat()) if (exact.has(entry.location)) entry.score += best;
    message.data.items = [...called, ...items.filter((group) => !called.includes(group))];
  }
  post(message);
};

importScripts("WORKER");
