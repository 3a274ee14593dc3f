import { createClient, typed, type Page } from "@bandeng/sdk";

const client = createClient({ url: process.env["BANDENG_URL"] ?? "http://127.0.0.1:4000", key: process.env["BANDENG_KEY"] ?? "", onCost: ({ requested, remaining }) => console.error(`cost ${requested}, ${remaining} left`) });

// Types by hand, or by graphql-codegen with `documentMode: "string"`: what it makes is taken as it is.
const points = typed<{ collectionPoints: Page<{ name: string }> }, { areas: string[]; first: number; after: string | null }>(/* GraphQL */ `
  query Points($areas: [ID!]!, $first: Int!, $after: String) {
    collectionPoints(areas: $areas, first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } }
  }
`);

for await (const point of client.pages(points, { areas: ["340802001007"] }, (data) => data.collectionPoints)) console.log(point.name);
