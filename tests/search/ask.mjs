/* Asks the search of a built site queries without a browser: the same engine, on files instead of a network.

   node --experimental-detect-module ask.mjs SITE LANGUAGE < queries.json

   The queries are a list of texts; the answers, a list of {paths, total, corrected, …}, are written as JSON. */

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
for (const query of JSON.parse(text)) {
  const { results, total, ...rest } = await search(query, { language, root, limit: Number(limit) });
  const paths = results.map(({ url }) => new URL(url, root).pathname.slice(new URL(root).pathname.length));
  answers.push({ paths, total, ...rest });
}
process.stdout.write(JSON.stringify(answers));
