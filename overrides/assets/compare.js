/* Entries of the reader's selection (selection.js) side by side: one column for each, one row for each detail that any of
   them has. The first few of the selection are compared; who takes one out makes room for the next. */

{
  const comparison = document.getElementById("compare");
  const say = JSON.parse(comparison.dataset.words);
  const most = Number(comparison.dataset.most);
  const status = comparison.querySelector(".compare__status");
  const notice = comparison.querySelector(".notice");
  const scroll = comparison.querySelector(".table-scroll");
  const table = scroll.querySelector("table");
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const HEADED = ["name", "id"];
  let catalogue = new Map();
  let details = {};

  function count(key, number) {
    return say[`${key}.${number === 1 ? "one" : "other"}`].replace("#", format.format(number));
  }

  function known() {
    return readSelection().filter((id) => catalogue.has(id));
  }

  function cell(items) {
    const value = make("td");
    items.forEach((item) => value.append(make("p", "", worded(item))));
    if (!items.length) value.append(make("span", say.not_known));
    if (!items.length) value.firstChild.className = "quiet";
    return value;
  }

  function head(entry) {
    const link = worded(entry.name[0], comparison.dataset.pages + entry.id + "/" + fragmentOf(readSelection()));
    const remove = make("button", say.remove, make("span", `: ${entry.name[0].text}`));
    remove.type = "button";
    remove.lastChild.className = "visually-hidden";
    remove.addEventListener("click", () => takeOut(entry.id));
    const made = make("th", "", link, remove);
    made.scope = "col";
    return made;
  }

  function row(key, compared) {
    const label = make("th", details[key].label);
    label.scope = "row";
    return make("tr", "", label, ...compared.map((entry) => cell(entry[key])));
  }

  function show() {
    const ids = known();
    const compared = ids.slice(0, most).map((id) => catalogue.get(id));
    const left = ids.length - compared.length;
    const corner = make("th", say.detail);
    corner.scope = "col";
    const stated = Object.keys(details).filter((key) => !HEADED.includes(key) && compared.some((one) => one[key].length));
    table.tHead.replaceChildren(make("tr", "", corner, ...compared.map(head)));
    table.tBodies[0].replaceChildren(...stated.map((key) => row(key, compared)));
    scroll.hidden = !compared.length;
    notice.hidden = !left;
    notice.textContent = left ? count("left_out", left) : "";
    status.textContent = compared.length ? count("compared", compared.length) : say.empty;
  }

  /* The focus goes on to the entry that takes the place of the one that went. */
  function takeOut(id) {
    const ids = known();
    const place = ids.indexOf(id);
    document.dispatchEvent(new CustomEvent("selection", { detail: ids.filter((one) => one !== id) }));
    show();
    const links = table.tHead.querySelectorAll("a");
    (links[Math.min(place, links.length - 1)] || comparison).focus();
  }

  /* Without a selection the file is not fetched. */
  async function load() {
    catalogue = new Map();
    if (readSelection().length) {
      status.textContent = say.loading;
      const file = await fetchEntries(comparison.dataset.entries);
      details = file.details;
      catalogue = new Map(file.entries.map((entry) => [entry.id, entry]));
    }
    show();
  }

  function begin() {
    load().catch(() => { status.textContent = say.failed; });
  }

  addEventListener("hashchange", begin);
  begin();
}
