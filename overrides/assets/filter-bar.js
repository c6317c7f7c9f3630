/* The filter bar (components/filter_bar.html): narrows and sorts a list that is whole without it.

   What is chosen stands in the address, so a filtered list can be shared and the back button works. A card's data-f
   holds the numbers of its options in the order of the bar's checkboxes and, after a bar, the date that "newest" sorts
   by. A list can stand in groups, each a section with a heading and a list of its own: a group without a match hides.
   Further pages of a long list are fetched from this site once something is chosen. */

const bar = document.querySelector(".filter-bar");
const list = bar && document.getElementById(bar.dataset.target);

if (list) {
  const options = [...bar.querySelectorAll("input[type=checkbox]")];
  const facets = [...new Set(options.map((option) => option.name))];
  const facetOf = options.map((option) => facets.indexOf(option.name));
  const counters = options.map((option) => option.parentElement.querySelector("b"));
  const { q: search, sort } = bar.elements;
  const status = bar.querySelector("[role=status]");
  const reset = bar.querySelector("button");
  const pager = document.querySelector(".pager");
  const languages = document.querySelectorAll(".languages a");
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const groups = list.matches("ul") ? [list] : [...list.querySelectorAll("ul")];
  const items = groups.flatMap((group) => [...group.children].map((element) => item(element, group, true)));
  let rest = null;
  let failed = false;

  /* "Työryhmä" and "tyoryhma" are one; so are "Ærø" and "aero". */
  function plain(text) {
    const letters = { ø: "o", æ: "ae", ß: "ss", đ: "d", ł: "l" };
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[øæßđł]/g, (one) => letters[one]);
  }

  function item(element, group, own) {
    const [numbers, since = ""] = (element.dataset.f || "").split("|");
    const codes = numbers.split(" ").filter(Boolean).map(Number);
    return { element, group, own, codes, text: plain(element.textContent), since };
  }

  /* The group here that a group of another page belongs to: one goes on over pages, others begin there. */
  function groupOf(other) {
    if (list.matches("ul")) return list;
    const section = other.closest("section");
    const known = document.getElementById(section.id);
    if (known) return known.querySelector("ul");
    const made = document.importNode(section, true);
    made.querySelector("ul").replaceChildren();
    list.append(made);
    groups.push(made.querySelector("ul"));
    return groups.at(-1);
  }

  /* The other pages of the list, once. Their links start from where those pages stand. */
  function loadRest() {
    const others = pager ? [...pager.querySelectorAll("a:not([aria-current])")].map((link) => link.href) : [];
    rest ??= Promise.all(others.map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      page.querySelectorAll(`#${list.id} a`).forEach((link) => { link.href = new URL(link.getAttribute("href"), address); });
      return [...page.querySelectorAll(`#${list.id} [data-f]`)];
    })).then((pages) => {
      for (const element of pages.flat()) {
        const group = groupOf(element.parentElement);
        items.push(item(document.adoptNode(element), group, false));
      }
    }).catch(() => { failed = true; });
    return rest;
  }

  function query() {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(bar)) {
      if (value.trim() && !(name === "sort" && value === sort.options[0].value)) chosen.append(name, value.trim());
    }
    return chosen;
  }

  function restore() {
    const asked = new URLSearchParams(location.search);
    search.value = asked.get("q") || "";
    if (sort) sort.value = [...sort.options].some((one) => one.value === asked.get("sort")) ? asked.get("sort") : sort.options[0].value;
    for (const option of options) {
      option.checked = asked.getAll(option.name).includes(option.value);
      if (option.checked) option.closest("details").open = true;
    }
  }

  const order = {
    name: (ones) => ones,
    newest: (ones) => [...ones].sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0)),
  };

  function show(active) {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const picked = facets.map(() => new Set());
    options.forEach((option, number) => { if (option.checked) picked[facetOf[number]].add(number); });
    const counts = new Array(options.length).fill(0);
    const found = [];
    for (const one of items) {
      let missed = 0;
      let lacking = -1;
      if (words.every((word) => one.text.includes(word))) {
        picked.forEach((numbers, facet) => {
          if (numbers.size && !one.codes.some((code) => numbers.has(code))) { missed += 1; lacking = facet; }
        });
        /* An option counts what one would see with it: cards that miss in no facet, or in its own alone. */
        if (missed < 2) for (const code of one.codes) if (!missed || facetOf[code] === lacking) counts[code] += 1;
      } else {
        missed = 2;
      }
      if (active ? !missed : one.own) found.push(one);
    }
    if (active || rest) counters.forEach((counter, number) => { counter.textContent = counts[number]; });
    bar.querySelectorAll(".facet__picked").forEach((mark, facet) => {
      mark.hidden = !picked[facet].size;
      mark.textContent = picked[facet].size;
    });
    const shown = new Map(groups.map((group) => [group, []]));
    for (const one of order[sort ? sort.value : "name"](found)) shown.get(one.group).push(one.element);
    for (const [group, elements] of shown) {
      group.replaceChildren(...elements);
      if (group !== list) group.parentElement.hidden = !elements.length;
    }
    return found.length;
  }

  async function apply() {
    const active = query().toString() !== "";
    languages.forEach((link) => { link.search = location.search; }); // at once: a reader may go on before the list is here
    if (active) await loadRest();
    const found = show(active);
    const count = active ? found : Number(status.dataset.total);
    const { none, one, other } = status.dataset;
    const message = (count === 0 ? none : count === 1 ? one : other).replace("#", format.format(count));
    status.textContent = failed ? `${message} ${status.dataset.failed}` : message;
    reset.hidden = !active;
    if (pager) pager.hidden = active && !failed;
  }

  function remember(write) {
    const chosen = query().toString();
    history[write](null, "", chosen ? `?${chosen}` : location.pathname);
    return apply();
  }

  bar.addEventListener("change", (event) => { if (event.target !== search) remember("pushState"); });
  search.addEventListener("input", () => remember("replaceState"));
  bar.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const option of options) option.checked = false;
    search.value = "";
    if (sort) sort.selectedIndex = 0;
    search.focus();
    remember("pushState");
  });
  addEventListener("popstate", () => { restore(); apply(); });

  restore();
  if (query().toString()) apply();
}
