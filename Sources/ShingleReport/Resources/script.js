"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const clusters = [...document.querySelectorAll(".cluster")];
  const texts = new Map();
  const textOf = (cluster) => {
    if (!texts.has(cluster)) texts.set(cluster, cluster.textContent.toLowerCase());
    return texts.get(cluster);
  };
  const has = (list, value) => !value || list.split(" ").includes(value);
  const filter = () => {
    const words = byId("filter-text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const relation = byId("filter-relation").value;
    const attribution = byId("filter-attribution").value;
    let shown = 0;
    for (const cluster of clusters) {
      const fits = has(cluster.dataset.relations, relation) &&
        has(cluster.dataset.attributions, attribution) &&
        words.every((word) => textOf(cluster).includes(word));
      cluster.hidden = !fits;
      if (fits) shown += 1;
    }
    byId("filter-count").textContent = `${shown} of ${clusters.length} shown`;
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  };
  byId("filter-text").addEventListener("input", soon);
  byId("filter-relation").addEventListener("change", filter);
  byId("filter-attribution").addEventListener("change", filter);
  byId("filters").hidden = clusters.length < 2;
  // A finding may lead to what a filter hides or a closed comparison holds.
  const reveal = () => {
    const target = byId(location.hash.slice(1));
    if (!target) return;
    if (target.closest(".cluster[hidden]")) {
      for (const id of ["text", "relation", "attribution"]) byId(`filter-${id}`).value = "";
      filter();
    }
    for (let inside = target; (inside = inside.closest("details")); inside = inside.parentElement) {
      inside.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal();
  });
  if (location.hash.length > 1) reveal();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .cell)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
