/** The floor of the server's bench: @hono/node-server and nothing else, sending the bytes and headers of one given answer. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";

const { values } = parseArgs({ options: { port: { type: "string" }, answer: { type: "string" } } });
const { headers, body } = JSON.parse(readFileSync(values.answer ?? "", "utf8"));
const bytes = Buffer.from(body, "base64");

serve({ port: Number(values.port), hostname: "127.0.0.1", fetch: () => new Response(bytes, { headers }) });
