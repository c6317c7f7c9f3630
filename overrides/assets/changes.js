/* Compares two days of the data: fetches the pages of the months between them from this site and shows their days in the
   place of the newest days. The two days stand in the address, so that a comparison can be passed on. */

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".between");
  if (!form) return;
  const shown = document.querySelector(".changes");
  const heading = document.getElementById("newest");
  const status = form.querySelector("[role=status]");
  const months = [...document.querySelectorAll("[data-month]")];

  async function daysOf(link) {
    const page = await pageAt(link.href);
    for (const inner of page.querySelectorAll(".changes a")) inner.href = new URL(inner.getAttribute("href"), link.href);
    return [...page.querySelectorAll("[data-day]")];
  }

  /* The state on the first day is what is compared with: what happened after it, up to the end of the second. */
  async function compare(from, to) {
    const wanted = months.filter(({ dataset }) => dataset.month >= from.slice(0, 7) && dataset.month <= to.slice(0, 7));
    const days = (await Promise.all(wanted.map(daysOf))).flat();
    const between = days.filter(({ dataset }) => dataset.day > from && dataset.day <= to);
    shown.replaceChildren(...between.map((day) => document.adoptNode(day)));
    const day = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { dateStyle: "long" });
    heading.textContent = `${day.format(new Date(from))} – ${day.format(new Date(to))}`;
    const number = shown.querySelectorAll("li").length;
    return number ? status.dataset.found.replace("#", number) : status.dataset.none;
  }

  async function show(from, to) {
    const [first, last] = [from, to].sort();
    form.elements.from.value = first;
    form.elements.to.value = last;
    status.textContent = await compare(first, last).catch(() => status.dataset.failed);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { from, to } = form.elements;
    history.replaceState(null, "", `?${new URLSearchParams({ from: from.value, to: to.value })}`);
    show(from.value, to.value);
  });

  const asked = new URLSearchParams(location.search);
  const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  if (isDay(asked.get("from")) && isDay(asked.get("to"))) show(asked.get("from"), asked.get("to"));
});
