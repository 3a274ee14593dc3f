// Mercurius with its JIT, over the limit's statements: the schema is fixed, each root field is one hand-written statement.
import { readFileSync } from "node:fs";
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const statements = JSON.parse(readFileSync(new URL("./statements.json", import.meta.url), "utf8"));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8, application_name: "bench-mercurius", options: "-c timezone=UTC -c plan_cache_mode=force_generic_plan" });
const actor = "00000000-0000-7000-8000-000000000000";

async function ask(name, values) {
  const { rows } = await pool.query({ name, text: statements[name], values });
  return JSON.parse(rows[0].answer);
}

const schema = `
  scalar JSON
  type Person { id: ID! name: String! }
  type Due { kind: String! at: String expected: Boolean provisional: Boolean }
  type Ask { kind: String! }
  type Place { compoundId: ID compoundName: String buildingId: ID buildingAddress: String unitId: ID unitNo: Int }
  type CaseEvent { id: ID! seq: Int! type: String! at: String! recordedAt: String! actor: Person payload: String! words: String due: Due }
  type Case {
    id: ID! no: String! version: Int! visibility: String! title: String! kind: String! category: String gridCode: ID! gridName: String severity: String! tags: [String!]! status: String! level: String!
    maxLevel: String! boardColumn: String lead: Person leadIds: [ID!]! recordedById: ID! supporters: Int! reopenCount: Int! projectId: ID projectNo: String pendingAsk: Ask due: Due overdue: Boolean!
    onSiteDueAt: String collectedAt: String! closedAt: String appealed: Boolean supervised: Boolean place: Place! updatedAt: String events: [CaseEvent!]
  }
  type Cases { nodes: [Case!]! }
  type Column { column: String! total: Int! overdue: Int! cards: Cases! }
  type Board { columns: [Column!]! }
  type Moved { id: ID! version: Int! level: String! boardColumn: String }
  type Refusal { code: String! }
  type Payload { case: Moved refusal: Refusal }
  type Query {
    board(path: String!, nos: [String!]!): Board!
    next(no: String!, column: Int!, at: String!, id: ID!): Cases!
    cases(no: String!, at: String!, id: ID!): Cases!
    case(id: ID!): Case
  }
  type Mutation { escalateCase(id: ID!, version: Int!): Payload! }
`;

const resolvers = {
  Query: {
    board: async (_, { path, nos }) => (await ask(path, nos.length > 1 ? [nos] : nos)).board,
    next: async (_, { no, column, at, id }) => (await ask("next", [no, column, at, id])).cases,
    cases: async (_, { no, at, id }) => (await ask("page", [no, at, id])).cases,
    case: async (_, { id }) => (await ask("detail", [id])).case,
  },
  Mutation: { escalateCase: async (_, { id, version }) => (await ask("escalate", [id, version, actor])).escalateCase },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, jit: 1 });
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.stdout.write("ready\n");
