/* The search page (pages/search.html): what stands in the address is searched, and what is searched stands there, so
   that a search can be shared and the back button works. The engine is fetched when the field is first used. All text
   from outside (the query, titles, excerpts) reaches the page as text, never as markup. */

const search = document.querySelector(".search");

if (search) {
  const BEST = 5;
  const FIRST = 15;
  const MORE = 20;
  const PAUSE = 250;
  const MOST_PARTS = 4;
  const SLOW = 500;
  const form = search.querySelector("form");
  const field = form.elements.q;
  const kinds = form.querySelector("fieldset");
  const boxes = [...kinds.querySelectorAll("input")];
  const results = search.querySelector("[data-search-state]");
  const heading = results.querySelector("h2");
  const status = results.querySelector("[role=status]");
  const groups = results.querySelector(".search__groups");
  const more = results.querySelector("button");
  const nothing = results.querySelector(".search__nothing");
  const languages = document.querySelectorAll(".languages a");
  const title = document.title;
  const language = document.documentElement.lang;
  const format = new Intl.NumberFormat(language);
  const plural = new Intl.PluralRules(language);
  const root = new URL(search.dataset.root, document.baseURI).href;
  let engine = null;
  let turn = 0;
  let timer = 0;
  let running = Promise.resolve();
  let limit = FIRST;

  const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function loadEngine() {
    engine ??= import(new URL(search.dataset.engine, document.baseURI).href).catch((error) => {
      engine = null; // the next use tries again
      throw error;
    });
    return engine;
  }

  /* A query in one line, without characters that have no shape of their own, and not longer than makes sense. */
  function tidy(text) {
    const plain = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").replace(/\s+/g, " ").trim()];
    const longest = Number(search.dataset.longest);
    return { query: plain.slice(0, longest).join("").trim(), cut: plain.length > longest };
  }

  function picked() {
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  function addressOf(query, some) {
    const asked = new URLSearchParams();
    if (query) asked.append("q", query);
    for (const kind of query ? some : []) asked.append("kind", kind);
    return asked.size ? `?${asked}` : location.pathname;
  }

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /* The engine's excerpt is text with its matches between <mark> and </mark>, and with <, > and & as entities. */
  function excerptOf(text) {
    const letters = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };
    const plain = (part) => part.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name) => letters[name]);
    let marked = false;
    const parts = [];
    for (const part of text.split(/(<\/?mark>)/)) {
      if (part === "<mark>" || part === "</mark>") marked = part === "<mark>";
      else if (part) parts.push(marked ? element("mark", "", plain(part)) : plain(part));
    }
    return parts;
  }

  function linkTo(url, text) {
    const link = element("a", "", text);
    const target = new URL(url, root);
    if (target.origin === location.origin) link.href = target.href;
    return link;
  }

  function entry(result) {
    const item = element("li", "result");
    const link = linkTo(result.url, result.title);
    link.dataset.searchResult = "";
    const line = element("p", "result__title", link);
    const box = boxes.find((one) => one.value === result.kind);
    const excerpt = element("p", "result__excerpt", ...excerptOf(result.excerpt));
    const foreign = new Set([result.language, result.excerptLanguage].filter((one) => one && one !== language));
    const notes = [...foreign].map((one) => groups.getAttribute(`data-in-${one}`));
    item.append(line, element("p", "result__kind", [box?.dataset.one, ...notes].filter(Boolean).join(", ")));
    if (foreign.has(result.language)) link.lang = result.language;
    if (foreign.has(result.excerptLanguage)) excerpt.lang = result.excerptLanguage;
    if (result.excerpt) item.append(excerpt);
    if (result.subResults?.length) {
      const parts = result.subResults.slice(0, MOST_PARTS).map((part) => element("li", "", linkTo(part.url, part.title)));
      const list = element("ul", "result__parts", ...parts);
      list.setAttribute("aria-label", groups.dataset.parts);
      item.append(list);
    }
    return item;
  }

  function group(name, found, ...after) {
    const heads = name ? [element("h3", "", name)] : [];
    return element("div", "search__group", ...heads, element("ol", "", ...found.map(entry)), ...after);
  }

  function wayToAll(query, box, count) {
    const link = element("a", "", say(groups.dataset.all, {
      kind: box.nextElementSibling.textContent, count: format.format(count),
    }));
    link.href = addressOf(query, [box.value]);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      for (const one of boxes) one.checked = one === box;
      heading.focus();
      submit();
    });
    return element("p", "search__all", link);
  }

  /* The best matches of all kinds first, then the others by kind, in the order of the best of each. */
  function grouped(query, found) {
    if (picked().length || found.results.length <= BEST) return [group("", found.results)];
    const byKind = new Map();
    for (const one of found.results.slice(BEST)) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
    const best = group(groups.dataset.best, found.results.slice(0, BEST));
    return [best, ...[...byKind].map(([kind, some]) => {
      const box = boxes.find((one) => one.value === kind);
      const shown = found.results.filter((one) => one.kind === kind).length;
      const rest = (found.kinds[kind] ?? 0) > shown && box ? [wayToAll(query, box, found.kinds[kind])] : [];
      return group(box ? box.nextElementSibling.textContent : "", some, ...rest);
    })];
  }

  function showKinds(counts) {
    for (const box of boxes) {
      const count = counts[box.value] ?? 0;
      box.parentElement.hidden = !count && !box.checked;
      box.parentElement.querySelector("b").textContent = format.format(count);
    }
    const shown = boxes.filter((box) => !box.parentElement.hidden);
    kinds.hidden = shown.length < 2 && !shown.some((box) => box.checked);
  }

  function announce(lines) {
    status.textContent = lines.filter(Boolean).join(" ");
  }

  function setState(state) {
    results.dataset.searchState = state;
    groups.setAttribute("aria-busy", String(state === "loading"));
  }

  function clear(message) {
    groups.replaceChildren();
    more.hidden = true;
    nothing.hidden = true;
    announce([message]);
  }

  function show({ query, cut }, found) {
    const hadFocus = groups.contains(document.activeElement);
    const count = found.total;
    const isMended = count > 0 && found.corrected;
    const words = { count: format.format(count), query: isMended ? found.corrected : query };
    groups.replaceChildren(...(count ? grouped(query, found) : []));
    showKinds(found.kinds);
    more.hidden = found.results.length >= count;
    nothing.hidden = count > 0;
    announce([
      cut && say(status.dataset.cut, { count: search.dataset.longest }),
      isMended && say(status.dataset.none, { query }) + ".",
      say(count ? status.dataset[plural.select(count) === "one" ? "one" : "other"] : status.dataset.none, words) + ".",
      count > found.results.length && say(status.dataset.shown, { ...words, shown: format.format(found.results.length) }),
    ]);
    if (hadFocus) heading.focus();
  }

  /* Search for what the form holds. Only the latest search may show what it found. */
  async function find() {
    clearTimeout(timer);
    timer = 0;
    const own = ++turn;
    const asked = tidy(field.value);
    document.title = asked.query ? `${say(search.dataset.title, asked)} – ${title}` : title;
    for (const link of languages) link.search = location.search;
    if (!asked.query) {
      kinds.hidden = true;
      clear(status.dataset.ask);
      setState("done");
      return;
    }
    setState("loading");
    const slow = setTimeout(() => { if (own === turn) announce([status.dataset.loading]); }, SLOW);
    try {
      const { search: ask } = await loadEngine();
      const found = await ask(asked.query, { language, root, kinds: picked(), limit });
      if (own !== turn) return;
      show(asked, found);
      setState("done");
    } catch (error) {
      if (own !== turn) return;
      clear(status.dataset.failed);
      setState("failed");
      console.error(error);
    } finally {
      clearTimeout(slow);
    }
  }

  function run(write) {
    limit = FIRST;
    const address = addressOf(tidy(field.value).query, picked());
    if (write) history[write](null, "", address);
    running = find();
    return running;
  }

  function submit() {
    const address = addressOf(tidy(field.value).query, picked());
    const isNew = new URL(address, location.href).href !== location.href;
    return run(isNew ? "pushState" : "replaceState");
  }

  function restore() {
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") ?? "";
    for (const box of boxes) box.checked = asked.getAll("kind").includes(box.value);
    limit = history.state?.limit ?? FIRST;
    running = find();
  }

  field.addEventListener("focus", () => {
    loadEngine().then(({ preload }) => preload()).catch(() => {}); // a search says itself that it does not work
  }, { once: true });

  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    setState("loading");
    clearTimeout(timer);
    timer = setTimeout(() => run("replaceState"), PAUSE);
  });

  kinds.addEventListener("change", submit);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    // Where there is no keyboard but the one on the screen, it gives way to the results.
    if (matchMedia("(pointer: coarse)").matches) heading.focus();
  });

  more.addEventListener("click", async () => {
    const before = groups.querySelectorAll("[data-search-result]");
    const known = new Set([...before].map((link) => link.href));
    limit += MORE;
    history.replaceState({ limit }, "");
    running = find();
    await running;
    const added = [...groups.querySelectorAll("[data-search-result]")].find((link) => !known.has(link.href));
    (added ?? heading).focus();
  });

  search.addEventListener("keydown", async (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const inField = event.target === field;
    if (step && (inField || results.contains(event.target))) {
      if (inField && step < 0) return;
      event.preventDefault();
      if (inField && timer) run("replaceState");
      await running;
      const links = [...groups.querySelectorAll("[data-search-result]")];
      const item = event.target.closest(".result");
      const here = item ? links.indexOf(item.querySelector("[data-search-result]")) : -1;
      (here + step < 0 ? field : links[Math.min(here + step, links.length - 1)] ?? field).focus();
    } else if (event.key === "Escape" && inField) {
      event.preventDefault();
      if (field.value) {
        field.value = "";
        submit();
      } else {
        field.blur();
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  addEventListener("popstate", restore);
  restore();
}
