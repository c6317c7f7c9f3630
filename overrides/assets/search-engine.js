/* Looks words up in the search index of the site. Loaded only when somebody searches: the page's own script imports
   it and shows what it returns.

   search(query, {language, root, kinds, limit}) resolves to
     results    [{url, title, kind, language, excerpt, excerptLanguage, subResults, score}], best first, at most `limit`
     total      how many pages match, of the kinds asked for
     kinds      {kind: how many pages match}, whatever kinds are asked for
     corrected  the words that were looked up where the query has a slip, else null
   `root` is the address of the site's root, else the folder above this module's; `kinds` names the kinds wanted, none for all of them.
   `language` is that of the title, `excerptLanguage` that of most of the excerpt; null is the language of the page.
   An excerpt is HTML of escaped text and <mark>, nothing else; url, title and kind are plain text.

   preload({root}) fetches the engine before the first search.

   Pagefind finds words by their stem, in titles, texts and the lists of hooks/ecosystem/search/enrichment.py. What it
   cannot do is done here: a query that is a whole name comes first, a word that is nowhere on the site is taken for a
   slip of the hand, and where no page has all words, those that have most of them are shown. */

const MOST_RESULTS = 20;
const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const MOST_PAIRS = 4;
const RANKING = {
  termFrequency: 1,
  termSimilarity: 1,
  metaWeights: {title: 5, names: 2, brief: 3, words: 0.05, others: 0.02, exact: 1, kind: 0},
};
/* What begins each word of the index's list of names, and what ends it by its sort: a whole name as it is, and in any
   form of its last word; what something may be called for short; the last word of a title, or a part of a compound in a
   short one. What it adds to the score of a page; other scores are lower than that of a name. */
const EXACT = "xq";
const NAME_SCORE = 1e6;
const EXACT_SCORES = [["0", NAME_SCORE], ["", NAME_SCORE / 2], ["1", 1000], ["2", 400]];
/* Of a thing and the word for it that have the same name, the thing comes first. */
const WORD_SHARE = 0.9;
/* What begins the index's word for a kind of page. */
const KIND = "xk";
/* What begins the ids by which copies.py marks a title, and a passage, in another language than the page. */
const TITLE_IN = "xt-";
const PASSAGE_IN = "xl-";
/* Fewer pages than these, and those that lack a word are shown too. */
const FEW = 5;
/* Shorter words only join longer ones: of, ja, i. */
const SHORTEST_TOLD = 3;
/* Words from this length on may have one slip, and from the next on two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 9;
/* How much longer or shorter than a known word one may be that begins or ends like it: an ending. */
const LONGEST_ENDING = 6;
/* What an ending of so many letters counts for, beside a slip, which counts 1: a long one is less likely. */
const ENDING_COSTS = [0, 0.5, 0.5, 1.1];
const LONG_ENDING_COST = 1.6;
/* How much less a letter left out, or two swapped, count than a wrong letter or one too many. */
const LIKELIER = 0.1;
const MOST_CORRECTIONS = 4;
/* How many words an excerpt has before one that looks like the query, and how many letters at its end may differ. */
const BEFORE_MATCH = 10;
const CHANGING = 2;

/* This module stands in assets/ below the root of the site. */
const ROOT = new URL("..", import.meta.url).href;

const engines = new Map();
/* The engines that lack a part of their index. */
const incomplete = new Set();
const watched = new Set();

function engineAt(root) {
  const base = new URL("pagefind/", new URL(root, document.baseURI)).href;
  return kept(engines, base, () => load(base));
}

/* What stands in *map* at *key*, made when it is first asked for; what failed is made again. */
function kept(map, key, make) {
  if (!map.has(key)) {
    map.set(key, make().catch((error) => {
      map.delete(key);
      throw error;
    }));
  }
  return map.get(key);
}

async function load(base) {
  watchParts(base);
  const pagefind = await import(new URL("pagefind.js", base).href);
  // Without a worker: the content security policy then needs no source for one, and the index is small.
  const instance = pagefind.createInstance({basePath: base, noWorker: true, ranking: RANKING});
  await instance.init();
  return {base, pagefind: instance, kinds: await kindsOfPages(base, instance), words: new Map(), known: new Map(), last: new Map()};
}

/* Where a part of the index does not come (the network is gone, the site has been renewed meanwhile), Pagefind tells only
   the console, finds nothing and does not ask again. So its requests are watched. */
function watchParts(base) {
  incomplete.delete(base);
  if (watched.has(base)) return;
  watched.add(base);
  const parts = ["index/", "fragment/"].map((folder) => base + folder);
  const plainly = globalThis.fetch;
  globalThis.fetch = async (address, ...options) => {
    const isPart = parts.some((part) => new URL(address, document.baseURI).href.startsWith(part));
    try {
      const answer = await plainly(address, ...options);
      if (isPart && !answer.ok) incomplete.add(base);
      return answer;
    } catch (error) {
      if (isPart) incomplete.add(base);
      throw error;
    }
  };
}

/* The kind of every page by its name in the index. */
async function kindsOfPages(base, pagefind) {
  const kinds = new Map();
  for (const kind of await (await fetch(new URL("kinds.json", base))).json()) {
    for (const {id} of (await pagefind.search(`"${KIND}${kind.replaceAll("_", "")}"`)).results) kinds.set(id, kind);
  }
  return kinds;
}

export async function preload({root = ROOT} = {}) {
  await engineAt(root);
}

export async function search(query, {language = "fi", root = ROOT, kinds = [], limit = MOST_RESULTS} = {}) {
  const words = wordsOf(query);
  if (words.length === 0) return {results: [], total: 0, kinds: {}, corrected: null};
  const engine = await engineAt(root);
  try {
    return await answer(engine, words, {language, kinds, limit});
  } catch (error) {
    engines.delete(engine.base); // what it has is not whole: the next search begins anew
    throw error;
  }
}

async function answer(engine, words, {language, kinds, limit}) {
  const {pages, corrected} = await findOnce(engine, words, language);
  const counts = {};
  for (const page of pages) counts[page.kind] = (counts[page.kind] ?? 0) + 1;
  const wanted = kinds.length > 0 ? pages.filter((page) => kinds.includes(page.kind)) : pages;
  const found = wanted.slice(0, limit);
  const texts = await Promise.all(found.map(({result}) => result.data()));
  if (incomplete.has(engine.base)) throw new Error("a part of the search index did not come");
  const results = texts.map((text, place) => shown(text, found[place], corrected ?? words));
  return {results, total: wanted.length, kinds: counts, corrected: corrected && asWritten(corrected, texts).join(" ")};
}

/* The words of a query: letters and digits of a sane number, without the ending that follows a colon (THL:n). */
export function wordsOf(query) {
  const words = String(query).normalize("NFC").slice(0, LONGEST_QUERY).match(/[\p{L}\p{M}\p{N}]+(?:[-:.'’&/+][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return words.map((word) => word.toLowerCase().replace(/:\p{L}{1,5}$/u, "")).slice(0, MOST_WORDS);
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function joined(text) {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/* The same as find(): other kinds or more results of the last query need no new search. */
function findOnce(engine, words, language) {
  const key = JSON.stringify([language, ...words]);
  if (!engine.last.has(key)) engine.last.clear();
  return kept(engine.last, key, () => find(engine, words, language));
}

/* All pages that answer, best first, each {id, kind, score, result}; and the words looked up instead, if others. */
async function find(engine, words, language) {
  const found = new Map();
  const typed = await taken(engine, words);
  const choices = await Promise.all(typed.map((word) => lookUp(engine, word, language)));
  const slips = choices.some(({slip}) => slip);
  await collectNamed(engine, found, words, 1);
  if (!slips) collect(engine, found, await ask(engine, typed.join(" ")));
  for (const variant of [...variants(typed, choices), ...(await writtenTogether(engine, typed))]) {
    await collectNamed(engine, found, variant, 0.5);
    collect(engine, found, await ask(engine, variant.join(" ")));
  }
  if (found.size < FEW && typed.length > 1) await collectMistyped(engine, found, typed, language);
  if (found.size < FEW && typed.length > 1) await collectSome(engine, found, typed, choices);
  if (found.size === 0) collect(engine, found, await ask(engine, typed.join(" ")));
  const pages = [...found.values()].map((page) => ({...page, score: page.score + page.named}));
  pages.sort((one, other) => other.score - one.score);
  const corrected = slips ? typed.map((word, place) => (choices[place].slip ? choices[place].instead[0] : word)) : null;
  return {pages, corrected};
}

/* The words, those with a hyphen in parts where the index does not know them whole. */
async function taken(engine, words) {
  const whole = await Promise.all(words.map(async (word) => (
    /^[\p{L}\p{M}\p{N}]+$/u.test(word) || (await isKnown(engine, joined(word))) ? [word] : word.split(/[-:.'’&/+]/u)
  )));
  return whole.flat();
}

/* The query with two neighbours written as one word, where the index has that word: chat bot, chatbot. */
async function writtenTogether(engine, words) {
  const found = [];
  for (let place = 0; place + 1 < Math.min(words.length, MOST_PAIRS); place += 1) {
    const pair = words[place] + words[place + 1];
    if (await isKnown(engine, pair)) found.push([...words.slice(0, place), pair, ...words.slice(place + 2)]);
  }
  return found;
}

async function ask(engine, words) {
  return (await engine.pagefind.search(words)).results;
}

/* Whether a word is in the index. Of one that is on all pages this takes as long as a search, so it is kept. */
function isKnown(engine, word) {
  return kept(engine.known, word, async () => (await ask(engine, `"${word}"`)).length > 0);
}

/* Adds the pages that are called by these words, with a share of their score. */
async function collectNamed(engine, found, words, share) {
  for (const [sort, score] of EXACT_SCORES) {
    const results = await ask(engine, `"${EXACT}${joined(words.join(""))}${sort}"`);
    for (const result of results) {
      const page = pageOf(engine, found, result);
      const thing = page.kind !== "glossary" || score < NAME_SCORE / 2;
      page.named = Math.max(page.named, share * score * (thing ? 1 : WORD_SHARE));
    }
  }
}

/* Adds the pages whose name of several words was typed with a slip that gives other words: secondary sue. */
async function collectMistyped(engine, found, words, language) {
  const plain = joined(words.join(""));
  const most = slipsIn(plain);
  for (const known of await wordsAt(engine, language, plain[0])) {
    if (distances(plain, known, most).whole <= most) await collectNamed(engine, found, [known], 0.5);
  }
}

/* Adds results to those found; a page that is found twice keeps the better score. */
function collect(engine, found, results) {
  for (const result of results) {
    const page = pageOf(engine, found, result);
    page.score = Math.max(page.score, result.score);
    if (result.words.length > page.result.words.length) page.result = result;
  }
}

function pageOf(engine, found, result) {
  const {id} = result;
  if (!found.has(id)) found.set(id, {id, kind: engine.kinds.get(id), score: 0, named: 0, result});
  return found.get(id);
}

/* Pages that have some of the words: what each word brings is added up, and a page with more of them comes first. */
async function collectSome(engine, found, words, choices) {
  const sums = new Map();
  const isLong = (word) => word.length >= SHORTEST_TOLD;
  for (const [place, word] of words.entries()) {
    if (!isLong(word) && words.some(isLong)) continue;
    const best = new Map();
    for (const variant of [...choices[place].instead, ...(choices[place].slip ? [] : [word])]) {
      collect(engine, best, await ask(engine, variant));
    }
    for (const page of best.values()) {
      const sum = sums.get(page.id) ?? {...page, score: 0, matched: 0};
      sum.score += page.score;
      sum.matched += 1;
      sums.set(page.id, sum);
    }
  }
  const most = Math.max(0, ...[...sums.values()].map(({matched}) => matched));
  for (const {matched, ...page} of sums.values()) {
    if (!found.has(page.id) && matched >= most) found.set(page.id, {...page, score: page.score / 100});
  }
}

/* The query with other words in the place of those that are not on the site: the likeliest of each, or, where one word
   alone is in question, each of them. */
function variants(words, choices) {
  if (choices.every(({instead}) => instead.length === 0)) return [];
  const open = choices.flatMap(({instead}, place) => (instead.length > 0 ? [place] : []));
  if (open.length === 1) {
    return choices[open[0]].instead.map((other) => words.map((word, place) => (place === open[0] ? other : word)));
  }
  return [words.map((word, place) => choices[place].instead[0] ?? word)];
}

/* What to look up besides *word*: {slip: whether it is on the site at all, instead: [other words, likeliest first]}. */
async function lookUp(engine, word, language) {
  if (/\p{N}/u.test(word) || (await isKnown(engine, word))) return {slip: false, instead: []};
  const plain = joined(word);
  const [first, second = ""] = plain;
  // Most slips leave the first letter as it is; then those in it: another one, one too many, one too few, two swapped.
  let found = corrections(plain, await wordsAt(engine, language, first));
  for (const place of found.length > 0 || plain.length < ONE_SLIP ? [] : [`_${second}`, second, `_${first}`]) {
    found = [...found, ...corrections(plain, await wordsAt(engine, language, place))];
  }
  if (found.length === 0) return {slip: false, instead: await split(engine, language, plain)};
  found.sort(byLikelihood);
  if (found[0].distance === 0) return {slip: false, instead: []};
  const best = found.filter(({distance}) => distance <= found[0].distance + 0.25).map(({known}) => known);
  return {slip: true, instead: [...new Set(best)].slice(0, MOST_CORRECTIONS)};
}

/* The words of the index, without dots and rings, that begin with a letter; or whose second letter is that after a _. */
function wordsAt(engine, language, place) {
  if (!/^_?[a-z]$/.test(place)) return [];
  const address = new URL(`words/${language}-${place}.txt`, engine.base).href;
  return kept(engine.words, address, async () => {
    const answer = await fetch(address);
    return answer.ok ? (await answer.text()).split("\n") : [];
  });
}

function slipsIn(word) {
  return word.length >= TWO_SLIPS ? 2 : word.length >= ONE_SLIP ? 1 : 0;
}

/* Known words that *word* may stand for, likeliest first: {known, distance}. */
function corrections(word, vocabulary) {
  const most = slipsIn(word);
  const found = [];
  for (const known of vocabulary) {
    const distance = distanceOf(word, known, most);
    if (distance !== null) found.push({known, distance});
  }
  return found.sort(byLikelihood);
}

function byLikelihood(one, other) {
  return one.distance - other.distance || one.known.length - other.known.length;
}

/* How far *word* is from the *known* one, null if too far. */
function distanceOf(word, known, most) {
  if (known.startsWith(word)) return 0;
  if (known.length < word.length - LONGEST_ENDING - most || known.length < ONE_SLIP - 1) return null;
  const {whole, inWord, inKnown} = distances(word, known, most);
  if (whole <= most) return whole - (known.length > word.length || sameLetters(word, known) ? LIKELIER : 0);
  // The word has an ending more than the known one, or is the beginning of it.
  if (inWord <= most && known.length > ONE_SLIP) {
    return inWord + (ENDING_COSTS[Math.max(1, word.length - known.length)] ?? LONG_ENDING_COST);
  }
  if (inKnown <= most && word.length > ONE_SLIP) return inKnown + 0.5;
  return null;
}

function sameLetters(one, other) {
  return [...one].sort().join("") === [...other].sort().join("");
}

/* How many letters must be left out, added, changed or swapped to make *known* of *word* (whole), of some beginning of
   *word* (inWord), and to make some beginning of *known* of *word* (inKnown). */
function distances(word, known, most) {
  let before = null;
  let last = Array.from({length: known.length + 1}, (_, index) => index);
  let inWord = word.length <= LONGEST_ENDING ? last[known.length] : Infinity;
  for (let row = 1; row <= word.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= known.length; column += 1) {
      const same = word[row - 1] === known[column - 1];
      let value = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && word[row - 1] === known[column - 2] && word[row - 2] === known[column - 1]) {
        value = Math.min(value, before[column - 2] + 1);
      }
      now.push(value);
      least = Math.min(least, value);
    }
    if (word.length - row <= LONGEST_ENDING) inWord = Math.min(inWord, now[known.length]);
    if (least > most) return {whole: Infinity, inWord, inKnown: Infinity};
    before = last;
    last = now;
  }
  return {whole: last[known.length], inWord, inKnown: Math.min(...last)};
}

/* Two known words that *word* is written together of. */
async function split(engine, language, word) {
  const known = new Set(await wordsAt(engine, language, word[0]));
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (known.has(first) && (await wordsAt(engine, language, second[0])).some((one) => one.startsWith(second))) {
      return [`${first} ${second}`];
    }
  }
  return [];
}

/* The words, whose letters have no dots and rings in the index, as the pages found write them. */
function asWritten(words, pages) {
  const written = pages.flatMap((page) => `${page.meta.title} ${page.content}`.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return words.map((word) => {
    const found = written.find((one) => folded(one) === word) ?? written.find((one) => folded(one).startsWith(word));
    return found ? found.normalize("NFC").slice(0, word.length).toLowerCase() : word;
  });
}

function shown(page, {kind, score}, words) {
  const {excerpt, from, to} = excerptOf(page, words);
  return {
    url: page.url,
    title: page.meta.title,
    kind,
    language: languageAfter(TITLE_IN, page.anchors.find(({id}) => id.startsWith(TITLE_IN))),
    excerpt,
    excerptLanguage: languageOf(page.anchors, from, to),
    subResults: page.sub_results.filter((part) => part.url !== page.url).map(({url, title}) => ({url, title})),
    score,
  };
}

/* The part of a page that says most of why it was found, and where it stands, in words from the beginning. Pagefind
   marks only words that it found in the text; where it went by a base form or a part of a word, what looks like the
   words of the query is marked. */
function excerptOf(page, words) {
  const text = page.raw_content.split(/\s+/);
  const plain = page.plain_excerpt.split(" ");
  let from = Math.max(0, text.findIndex((_, place) => plain.every((word, step) => text[place + step] === word)));
  if (page.locations.length > 0) return cutOut(plainly(page.excerpt, words), from, from + plain.length, text.length);
  const wanted = words.map(joined).filter((word) => word.length >= ONE_SLIP);
  const alike = text.map((word) => wanted.some((one) => looksLike(joined(word), one)));
  const first = alike.indexOf(true);
  if (first >= plain.length) from = Math.min(first - BEFORE_MATCH, text.length - plain.length);
  const to = from + plain.length;
  const excerpt = text.slice(from, to).map((word, place) => (alike[from + place] ? `<mark>${word}</mark>` : word)).join(" ");
  return cutOut(excerpt, from, to, text.length);
}

/* The *excerpt* from one word of a page to another, with marks where the page has more than that. */
function cutOut(excerpt, from, to, length) {
  return {excerpt: `${from > 0 ? "… " : ""}${excerpt}${to < length ? " …" : ""}`, from, to};
}

/* The *excerpt* without marks on words that only join the others: of, ja. */
function plainly(excerpt, words) {
  if (words.every((word) => word.length < SHORTEST_TOLD)) return excerpt;
  return excerpt.replace(/<mark>([^<]*)<\/mark>/g, (marked, word) => (joined(word).length < SHORTEST_TOLD ? word : marked));
}

/* Whether *word* has *wanted* in it, or begins as it does but for the last letters, which change with the case. */
function looksLike(word, wanted) {
  const common = Math.min(word.length, wanted.length) - CHANGING;
  return word.includes(wanted) || (common >= ONE_SLIP - 1 && word.startsWith(wanted.slice(0, common)));
}

/* The language of most of the words between two places of a page, null if it is that of the page. */
function languageOf(anchors, from, to) {
  const marks = anchors.filter(({id}) => id.startsWith(PASSAGE_IN)).sort((one, other) => one.location - other.location);
  const counts = {};
  for (const [place, mark] of marks.entries()) {
    const language = languageAfter(PASSAGE_IN, mark);
    const end = Math.min(marks[place + 1]?.location ?? to, to);
    if (language) counts[language] = (counts[language] ?? 0) + Math.max(0, end - Math.max(mark.location, from));
  }
  return Object.keys(counts).find((language) => counts[language] > (to - from) / 2) ?? null;
}

function languageAfter(beginning, anchor) {
  return anchor?.id.slice(beginning.length) || null;
}
