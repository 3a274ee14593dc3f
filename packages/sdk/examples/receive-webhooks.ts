import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { verifyWebhook, WebhookError } from "@bandeng/sdk";

// Both secrets while one is rotated.
const secrets = (process.env["BANDENG_WEBHOOK_SECRETS"] ?? "").split(" ");
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  try {
    const { id, payload } = await verifyWebhook(secrets, request.headers, await buffer(request));
    // The same message may come twice, with the same id. Answer first, work afterwards.
    if (!seen.has(id)) console.log(JSON.stringify(payload));
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    response.writeHead(400).end(error.problem);
  }
});
server.listen(Number(process.env["PORT"] ?? 8080), "127.0.0.1", () => console.error(JSON.stringify(server.address())));
