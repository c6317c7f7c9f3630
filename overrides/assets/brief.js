/* The page of the reader's selection (selection.js): the chosen entries as a brief to print, send or download.

   The entries come from the catalogue's own file, the table from the catalogue's own table: the same words, columns and
   guards against formulas. Everything is set as text, never as HTML. */

{
  const brief = document.getElementById("brief");
  const say = JSON.parse(brief.dataset.words);
  const status = brief.querySelector(".brief__status");
  const tools = brief.querySelector(".brief__tools");
  const notice = brief.querySelector(".notice");
  const entries = brief.querySelector(".brief__entries");
  const share = brief.querySelector("input[readonly]");
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const HEADED = ["name", "summary", "id"];
  let catalogue = new Map();

  function make(name, text, ...children) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  }

  function count(key, number) {
    return say[`${key}.${number === 1 ? "one" : "other"}`].replace("#", format.format(number));
  }

  function known() {
    return readSelection().filter((id) => catalogue.has(id));
  }

  /* The words of an item in their language, linked where it has an address that is safe to open. */
  function worded(item, own = "") {
    const isSafe = /^(https:|mailto:|tel:)/.test(item.url || "");
    const element = make(own || isSafe ? "a" : "span", item.text);
    if (own || isSafe) element.href = own || item.url;
    if (isSafe && item.url.startsWith("https:")) element.rel = "nofollow noopener ugc";
    if (item.language) element.lang = item.language;
    if (item.text === item.url) element.className = "brief__shown";
    return element;
  }

  function row(label, items) {
    const value = make("dd");
    items.forEach((item, place) => value.append(...(place ? ["; ", worded(item)] : [worded(item)])));
    const pair = make("div", "", make("dt", label), value);
    pair.className = "facts__row";
    return pair;
  }

  function article(entry, details) {
    const link = worded(entry.name[0], brief.dataset.pages + entry.id + "/" + searchWith("", readSelection()));
    const summary = make("p", entry.summary[0].text);
    const facts = make("dl");
    const remove = make("button", say.remove, make("span", `: ${entry.name[0].text}`));
    if (entry.summary[0].language) summary.lang = entry.summary[0].language;
    facts.className = "facts";
    for (const [key, { label }] of Object.entries(details)) {
      if (!HEADED.includes(key) && entry[key].length) facts.append(row(label, entry[key]));
    }
    remove.type = "button";
    remove.lastChild.className = "visually-hidden";
    remove.addEventListener("click", () => takeOut(entry.id));
    const made = make("article", "", make("h2", "", link), summary, facts, remove);
    made.dataset.id = entry.id;
    made.className = "brief__entry";
    return made;
  }

  function show() {
    const ids = known();
    const unknown = readSelection().length - ids.length + leftOutOfSelection();
    entries.replaceChildren(...ids.map((id) => catalogue.get(id)));
    notice.hidden = !unknown;
    notice.textContent = unknown ? count("unknown", unknown) : "";
    tools.hidden = !ids.length;
    share.value = location.origin + location.pathname + searchWith("", ids);
    brief.querySelector(".brief__address span").textContent = share.value;
    status.textContent = ids.length ? count("chosen", ids.length) : say.empty;
  }

  function take(ids) {
    document.dispatchEvent(new CustomEvent("selection", { detail: ids }));
    show();
  }

  /* The focus goes on to the entry that takes the place of the one that went. */
  function takeOut(id) {
    const ids = known();
    const place = ids.indexOf(id);
    take(ids.filter((one) => one !== id));
    const next = entries.children[Math.min(place, entries.children.length - 1)];
    (next ? next.querySelector("h2 a") : brief).focus();
  }

  /* The rows of a table in CSV as they stand, each with its first cell: a line end inside quotes ends no row. */
  function rows(text) {
    return (text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) || []).map((line) => {
      const first = line.match(/^(?:"((?:[^"]|"")*)"|([^,]*))/);
      return { line, id: first[1] ?? first[2] };
    });
  }

  async function table() {
    const answer = await fetch(brief.dataset.table);
    if (!answer.ok) throw new Error(answer.statusText);
    const [head, ...lines] = rows(await answer.text());
    const byId = new Map(lines.map(({ id, line }) => [id, line]));
    const chosen = known().map((id) => byId.get(id));
    return `\ufeff${[head.line, ...chosen].join("\r\n")}\r\n`;
  }

  async function download() {
    const content = new Blob([await table()], { type: "text/csv;charset=utf-8" });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(content), download: say.file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(share.value);
    } catch {
      share.select();
      if (!document.execCommand("copy")) throw new Error();
    }
  }

  const actions = {
    print: () => print(),
    download: () => download().then(() => say.downloaded, () => say.failed),
    copy: () => copy().then(() => say.copied, () => say.not_copied),
    clear: () => { take([]); brief.focus(); },
  };

  tools.addEventListener("click", async (event) => {
    const action = event.target.dataset.action;
    const message = action && await actions[action]();
    if (message) status.textContent = message;
  });

  /* The chosen entries alone are made; without any the file is not fetched. */
  async function load() {
    const ids = new Set(readSelection());
    if (ids.size) {
      const answer = await fetch(brief.dataset.entries);
      if (!answer.ok) throw new Error(answer.statusText);
      const { entries: all, details } = await answer.json();
      catalogue = new Map(all.filter(({ id }) => ids.has(id)).map((entry) => [entry.id, article(entry, details)]));
    }
    show();
  }

  load().catch(() => { status.textContent = say.failed; });
}
