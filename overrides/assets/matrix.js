/* A matrix can be sorted by any of its columns, and what a number counts opens where its link leads. */
document.addEventListener("DOMContentLoaded", () => {
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const body = table.tBodies[0];
    const given = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const number = (row) => Number(row.cells[column].textContent);
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", column ? "descending" : "ascending");
        body.append(...(column ? given.toSorted((one, other) => number(other) - number(one)) : given));
      });
    });
    heads[0].setAttribute("aria-sort", "ascending");
  }
  const open = () => {
    const list = document.getElementById(location.hash.slice(1))?.closest("details");
    if (!list || list.open) return;
    list.open = true;
    document.getElementById(location.hash.slice(1)).scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
});
