/* The page for addresses that do not exist guesses what was meant: the link on this page whose address is most like the
   one that was asked for. It also puts the words of that address into the field of the search. Nothing is sent. */
document.addEventListener("DOMContentLoaded", () => {
  const parts = (path) => path.split("/").filter((part) => part && part !== "index.html");
  const changes = (one, other) => {
    let row = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[other.length];
  };
  let asked;
  try {
    asked = parts(decodeURIComponent(location.pathname)).map((part) => part.toLowerCase().slice(0, 80));
  } catch {
    return;
  }
  if (!asked.length) return;
  let best = null;
  const footer = [...document.querySelectorAll(".site-footer a")]; // there every page has its own name
  for (const link of [...footer, ...document.querySelectorAll(".site-menu a")]) {
    const name = parts(new URL(link.href).pathname).at(-1);
    if (new URL(link.href).origin !== location.origin || !name) continue;
    for (const part of asked) {
      const far = changes(part, name);
      if (far <= Math.max(1, name.length / 3) && (!best || far < best.far)) best = { far, link };
    }
  }
  document.getElementById("lost").value = asked.at(-1).replace(/\.html?$/, "").replace(/[-_+]+/g, " ");
  if (!best) return;
  const guess = document.querySelector(".lost-guess");
  const link = document.createElement("a");
  link.href = best.link.href;
  link.textContent = best.link.textContent;
  guess.append(link);
  guess.hidden = false;
});
