/* The menu button of narrow screens, and the way to the search field by keyboard. Without this script the menu stands
   open. */
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".menu-button");
  const menu = document.getElementById("main-menu");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("main-menu--open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });

  /* Ctrl+K or Cmd+K leads to the search field: on the search page to its own, elsewhere to the header's. On a Mac,
     Ctrl+K in a text field deletes to the end of the line. Escape clears the header's field, then leads back. */
  const header = document.querySelector(".site-search input");
  const field = document.querySelector(".search input") ?? header;
  let cameFrom = null;
  document.addEventListener("keydown", (event) => {
    const isKey = (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const isText = event.target.matches("input, textarea, [contenteditable]");
    if (!isKey || (isText && event.ctrlKey && navigator.platform.startsWith("Mac"))) return;
    event.preventDefault();
    if (document.activeElement !== field) cameFrom = document.activeElement;
    field.focus();
    field.select();
  });
  header.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    if (header.value) {
      header.value = "";
    } else {
      header.blur();
      cameFrom?.focus();
    }
  });
});
