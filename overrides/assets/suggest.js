/* Suggestions below the search field of the header: pages by their names, and questions that have an answer. The field
   is a combobox whose list is chosen from (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/); the focus stays in the
   field. Loaded when the field is first used (site.js). Names are of hooks/ecosystem/search/suggestions.py: a file for
   the first letters of a word. Where one does not come there are no suggestions, and the form works as ever. */

const MOST = 8;
const LETTERS = 2;

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/* How well what is typed fits *name*: 0 for the whole name, 1 for its beginning, 2 for beginnings of some of its words;
   null where a word does not fit. */
function fit(typed, name) {
  const words = wordsOf(name);
  const [line, whole] = [typed.join(" "), words.join(" ")];
  if (whole === line) return 0;
  if (whole.startsWith(line)) return 1;
  return typed.every((word) => words.some((one) => one.startsWith(word))) ? 2 : null;
}

/* The best of *suggestions*, each with the name by which it was found; equals in their own order. Of those that read
   alike, as a body and the word for it do, there is one. */
function best(typed, suggestions) {
  const found = [];
  for (const [title, address, names] of suggestions) {
    const fits = [title, ...names].map((called) => ({ called, fit: fit(typed, called[0]) })).filter((one) => one.fit !== null);
    fits.sort((one, other) => one.fit - other.fit);
    if (fits.length) found.push({ title, address, ...fits[0] });
  }
  const byTitle = new Map(found.sort((one, other) => one.fit - other.fit).reverse().map((one) => [folded(one.title[0]), one]));
  return [...byTitle.values()].reverse().slice(0, MOST);
}

export function suggestIn(form) {
  const field = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[data-one]");
  const root = new URL(form.dataset.root, document.baseURI);
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const files = new Map();
  status.role = "status";
  let chosen = -1;
  /* Only the latest letter may open the list, and none does once it has been closed. */
  let turn = 0;

  function namesFrom(letters) {
    if (!files.has(letters)) {
      const address = new URL(`pagefind/names/${language}-${encodeURIComponent(letters)}.json`, root);
      files.set(letters, fetch(address).then((answer) => (answer.ok ? answer.json() : [])).catch(() => {
        files.delete(letters); // the network may be back with the next letter
        return [];
      }));
    }
    return files.get(letters);
  }

  /* A name, marked with its language if that is another one. */
  function spoken([name, own]) {
    const text = document.createElement("span");
    text.textContent = name;
    if (own && own !== language) text.lang = own;
    return text;
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = list.children[place];
    if (option) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function close() {
    turn += 1;
    choose(-1);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({ title, called, address }, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.role = "option";
      option.append(spoken(title), ...(called === title ? [] : [" (", spoken(called), ")"]));
      option.dataset.address = address;
      return option;
    }));
    choose(-1);
    list.hidden = !suggestions.length;
    field.setAttribute("aria-expanded", String(suggestions.length > 0));
    const one = plural.select(suggestions.length) === "one";
    status.textContent = suggestions.length ? status.dataset[one ? "one" : "other"].replace("{count}", suggestions.length) : "";
  }

  async function suggest() {
    const own = ++turn;
    const typed = wordsOf(field.value);
    const letters = typed.find((word) => word.length >= LETTERS)?.slice(0, LETTERS);
    const found = letters ? best(typed, await namesFrom(letters)) : [];
    if (own === turn && document.activeElement === field) show(found);
  }

  function go(option) {
    const target = new URL(option.dataset.address, root);
    if (target.origin === location.origin) location.assign(target.href);
    close();
  }

  field.addEventListener("input", (event) => {
    if (!event.isComposing) suggest();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = list.children.length;
    if (step && !list.hidden) {
      event.preventDefault();
      // The field itself is a place too: before the first and after the last.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopImmediatePropagation(); // the first Escape closes the list, the next empties the field
      close();
    }
  }, true);
  field.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
  suggest(); // of what was typed while this came
}
