/* The chooser of the page on which one subscribes: what is chosen gives one address of its feed and of its calendar, with
   links that open them. What is chosen stands in the address of the page, so that it can be passed on. */

document.addEventListener("DOMContentLoaded", () => {
  const followed = document.getElementById("followed");
  const status = document.querySelector(".chooser__status");
  const ofFeed = document.getElementById("feed-of");
  const ofCalendar = document.getElementById("calendar-of");
  const feedAddress = document.getElementById("feed-address");
  const calendarAddress = document.getElementById("calendar-address");

  function show() {
    const { feed, calendar } = followed.selectedOptions[0].dataset;
    ofFeed.hidden = !feed;
    ofCalendar.hidden = !calendar;
    status.textContent = "";
    if (feed) {
      feedAddress.value = feed;
      for (const link of ofFeed.querySelectorAll("[data-opens]")) {
        link.href = link.dataset.opens.replace("{address}", encodeURIComponent(feed));
      }
      for (const link of ofFeed.querySelectorAll("[data-format]")) {
        link.href = feed.replace(/\w+$/, link.dataset.format);
      }
    }
    if (calendar) {
      calendarAddress.value = calendar;
      ofCalendar.querySelector("[data-calendar-app]").href = calendar.replace(/^https?/, "webcal");
    }
  }

  function take() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if ([...followed.options].some((option) => option.value === wanted)) {
      followed.value = wanted;
      show();
    }
  }

  async function copy(field) {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      if (!document.execCommand("copy")) throw new Error();
    }
  }

  followed.addEventListener("change", () => {
    history.replaceState(null, "", `#${encodeURIComponent(followed.value)}`);
    show();
  });
  addEventListener("hashchange", take);
  document.querySelector(".chooser").addEventListener("click", async ({ target }) => {
    const field = target.dataset.copy && document.getElementById(target.dataset.copy);
    if (!field) return;
    status.textContent = await copy(field).then(() => status.dataset.copied, () => status.dataset.notCopied);
  });
  take();
});
