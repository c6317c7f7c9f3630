/* Asks the search of a built site queries without a browser: the same engine, on files instead of a network.

   node --experimental-detect-module ask.mjs SITE LANGUAGE < queries.json

   The queries are a list of texts; {answers: [{paths, total, corrected, …}], milliseconds} is written as JSON: what each
   query is answered, and the processor time that it took. */

import { readFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, language, limit = "5"] = process.argv.slice(2);
const root = pathToFileURL(resolve(site) + "/").href;

globalThis.document = {
  baseURI: root,
  currentScript: null,
  querySelector: () => ({ getAttribute: () => language }),
};
globalThis.window = { location: new URL(root) };
globalThis.location = globalThis.window.location;
globalThis.fetch = async (address) => {
  try {
    return new Response(await readFile(new URL(address)));
  } catch {
    return new Response(null, { status: 404 });
  }
};

const name = readdirSync(join(site, "assets")).find((file) => /^search-engine\..*js$/.test(file));
const { search } = await import(process.env.SEARCH_ENGINE ?? new URL(`assets/${name}`, root).href);
let text = "";
for await (const part of process.stdin) text += part;
const answers = [];
const milliseconds = [];
for (const query of JSON.parse(text)) {
  const start = process.cpuUsage();
  const { results, total, ...rest } = await search(query, { language, root, limit: Number(limit) });
  const { user, system } = process.cpuUsage(start);
  milliseconds.push((user + system) / 1000);
  const paths = results.map(({ url }) => new URL(url, root).pathname.slice(new URL(root).pathname.length));
  answers.push({ paths, total, ...rest });
}
process.stdout.write(JSON.stringify({ answers, milliseconds }));
