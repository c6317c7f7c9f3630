/* My selection: entries of the catalogue that the reader ticks. It stands in the address alone (?items=a,b) and is
   carried by the links between the pages of the catalogue: no cookie, no storage, no server.

   Pages with entries have a bar (components/selection_bar.html) that says how many are chosen. A box is in the page
   where one entry is ([data-pick]); in lists ([data-picks]) each entry gets one, also those that come later. */

const SELECTION_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SELECTION_MOST = 100;

/* The ids in the address, each once; what cannot be an id is left out. */
function readSelection() {
  const named = (new URLSearchParams(location.search).get("items") || "").split(",");
  return [...new Set(named)].filter((id) => id.length <= 60 && SELECTION_ID.test(id)).slice(0, SELECTION_MOST);
}

/* How many parts of the address are left out by readSelection. */
function leftOutOfSelection() {
  const named = new Set((new URLSearchParams(location.search).get("items") || "").split(",").filter(Boolean));
  return named.size - readSelection().length;
}

function searchWith(search, ids) {
  const others = new URLSearchParams(search);
  others.delete("items");
  const parts = [others.toString(), ids.length ? `items=${ids.join(",")}` : ""].filter(Boolean);
  return parts.length ? `?${parts.join("&")}` : "";
}

{
  const bar = document.querySelector(".selection-bar");

  if (bar) {
    const status = bar.querySelector("[role=status]");
    const format = new Intl.NumberFormat(document.documentElement.lang);
    const carriers = bar.dataset.carry.split(" ").map((path) => new URL(path, location.href).pathname);
    let chosen = readSelection();

    /* The links to pages of the catalogue take the selection along. */
    function carry() {
      for (const link of document.querySelectorAll("a[href]")) {
        const inPage = link.getAttribute("href").startsWith("#");
        if (!inPage && link.origin === location.origin && carriers.some((path) => link.pathname.startsWith(path))) {
          link.search = searchWith(link.search, chosen);
        }
      }
      for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
    }

    function show() {
      const { none, one, other } = bar.dataset;
      const message = chosen.length === 0 ? none : chosen.length === 1 ? one : other;
      status.textContent = message.replace("#", format.format(chosen.length));
      for (const box of document.querySelectorAll("[data-pick]")) box.checked = chosen.includes(box.value);
      carry();
    }

    function change(ids) {
      chosen = ids.slice(0, SELECTION_MOST);
      history.replaceState(null, "", location.pathname + searchWith(location.search, chosen) + location.hash);
      show();
    }

    /* A box for each entry of a list: its id is the end of its address. */
    function decorate(list) {
      for (const entry of list.querySelectorAll("li[data-f], .card")) {
        if (entry.querySelector("[data-pick]")) continue;
        const link = entry.querySelector("a");
        const label = document.createElement("label");
        const box = Object.assign(document.createElement("input"), { type: "checkbox" });
        box.value = link.pathname.split("/").at(-2);
        box.dataset.pick = "";
        box.checked = chosen.includes(box.value);
        box.setAttribute("aria-label", `${bar.dataset.pick}: ${link.textContent}`);
        label.className = "pick";
        label.append(box);
        entry.prepend(label);
      }
    }

    for (const list of document.querySelectorAll("[data-picks]")) {
      decorate(list);
      new MutationObserver(() => { decorate(list); carry(); }).observe(list, { childList: true, subtree: true });
    }
    document.addEventListener("change", (event) => {
      const box = event.target;
      if (!("pick" in box.dataset)) return;
      change(box.checked ? [...chosen, box.value] : chosen.filter((id) => id !== box.value));
      box.checked = chosen.includes(box.value);
    });
    document.addEventListener("selection", (event) => change(event.detail));
    /* Going back undoes a filter, not a choice. */
    addEventListener("popstate", () => change(chosen));
    show();
  }
}
