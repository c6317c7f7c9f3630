/* The entries of the catalogue's own file, for the pages of the reader's selection (brief.js, compare.js). Everything is
   set as text, never as HTML. */

/* An element with a text and with what stands in it. */
function make(name, text, ...children) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
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

/* The file of the catalogue: its entries, what their details are called, and its state. */
async function fetchEntries(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}
