/* Looks words up in the search index of the site. Loaded only when somebody searches: the page's own script imports
   it and shows what it returns.

   search(query, {language, root, kinds, limit}) resolves to
     results    [{url, title, kind, excerpt, subResults, score}], best first, at most `limit`
     total      how many pages match, of the kinds asked for
     kinds      {kind: how many pages match}, whatever kinds are asked for
     corrected  the words that were looked up where the query has a slip, else null
   `root` is the address of the site's root from the page; `kinds` names the kinds wanted, none for all of them.
   An excerpt is HTML of escaped text and <mark>, nothing else; url, title and kind are plain text.

   preload({root}) fetches the engine before the first search. */

const MOST_RESULTS = 20;
const LONGEST_QUERY = 200;
const RANKING = {termFrequency: 1, termSimilarity: 1, metaWeights: {title: 5, kind: 0}};

let engine = null;

async function load(root) {
  const base = new URL("pagefind/", new URL(root, document.baseURI));
  const pagefind = await import(new URL("pagefind.js", base).href);
  // Without a worker: the content security policy then needs no source for one, and the index is small.
  const instance = pagefind.createInstance({basePath: base.href, noWorker: true, ranking: RANKING});
  await instance.init();
  await instance.filters(); // else answers do not say how many pages of each kind match
  return instance;
}

function engineAt(root) {
  engine ??= load(root).catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

/* What is left of a query: visible characters, a sane length, no operators of Pagefind's. */
export function cleaned(query) {
  return String(query).normalize("NFC").replace(/[\p{C}"]+/gu, " ").replace(/\s+/gu, " ").trim().slice(0, LONGEST_QUERY);
}

export async function preload({root = "/"} = {}) {
  await engineAt(root);
}

export async function search(query, {root = "/", kinds = [], limit = MOST_RESULTS} = {}) {
  const words = cleaned(query);
  if (!words) return {results: [], total: 0, kinds: {}, corrected: null};
  const pagefind = await engineAt(root);
  const filters = kinds.length > 0 ? {kind: {any: kinds}} : {};
  const found = await pagefind.search(words, {filters});
  const results = await Promise.all(found.results.slice(0, limit).map(async (result) => shown(await result.data(), result.score)));
  return {results, total: found.results.length, kinds: counted(found.totalFilters.kind), corrected: null};
}

function counted(filter = {}) {
  return Object.fromEntries(Object.entries(filter).filter(([, count]) => count > 0));
}

function shown(page, score) {
  const own = ({url, title, excerpt}) => ({url, title, excerpt});
  return {
    url: page.url,
    title: page.meta.title,
    kind: page.meta.kind,
    excerpt: page.excerpt,
    subResults: page.sub_results.filter((part) => part.url !== page.url).map(own),
    score,
  };
}
