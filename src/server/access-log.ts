import type { IncomingMessage, ServerResponse } from "node:http";
import type { Host } from "../base/host.js";

/**
 * Writes one JSON line a request to stderr once its answer is out: time, method, target, status, bytes sent
 * (headers included), milliseconds. No address of the reader and no other header of the request.
 */
export function logAccess(incoming: IncomingMessage, outgoing: ServerResponse, host: Host): void {
  const startMs = host.now();
  const { socket } = incoming;
  const sentBefore = socket.bytesWritten;
  outgoing.once("close", () => {
    host.err(
      `${JSON.stringify({
        time: new Date(startMs).toISOString(),
        method: incoming.method,
        target: (incoming.url ?? "").slice(0, 2048),
        status: outgoing.statusCode,
        bytes: socket.bytesWritten - sentBefore,
        ms: host.now() - startMs,
        complete: outgoing.writableFinished,
      })}\n`,
    );
  });
}
