/** Load over many addresses, in a process of its own: `node mixed-load.mjs ORIGIN SECONDS ADDRESS…`; prints what autocannon found. */
// @ts-expect-error The package has no types.
import autocannon from "autocannon";

const [origin = "", seconds = "5", ...addresses] = process.argv.slice(2);
const result = await autocannon({
  url: origin,
  connections: 50,
  duration: Number(seconds),
  headers: { "accept-encoding": "br" },
  requests: addresses.map((path) => ({ method: "GET", path })),
});
const { requests, latency, errors, non2xx, throughput } = result;
console.log(
  JSON.stringify({ rate: requests.average, p99Ms: latency.p99, errors, non2xx, bytesPerSecond: throughput.average }),
);
