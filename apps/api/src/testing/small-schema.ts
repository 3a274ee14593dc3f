import { GraphQLError, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldConfigMap } from "graphql";

/** What the small schema's resolvers were asked to do. */
export interface SmallLog {
  readonly ran: string[];
  /** Lets every waiting `slow` field answer. */
  release(): void;
}

/** A schema with one of everything that the endpoint treats specially: faults, slowness, depth, lists, mutations. */
export function smallSchema(): { schema: GraphQLSchema; seen: SmallLog } {
  const ran: string[] = [];
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));

  const Node: GraphQLObjectType = new GraphQLObjectType({
    name: "Node",
    fields: () => ({
      name: { type: GraphQLString, resolve: () => "node" },
      next: { type: Node, resolve: () => ({}) },
      nodes: { type: new GraphQLList(Node), args: { first: { type: new GraphQLNonNull(GraphQLInt) } }, resolve: () => [] },
    }),
  });
  const faults: GraphQLFieldConfigMap<unknown, unknown> = {
    fault: {
      type: GraphQLString,
      resolve: () => {
        throw Object.assign(new Error(`insert into "person" values ('王淑芬', '13800138000') failed`), { code: "23505", detail: "Key (phone)=(13800138000)" });
      },
    },
    library: {
      type: GraphQLString,
      resolve: () => {
        throw Object.assign(new Error("at /home/app/secret.ts"), { extensions: { code: "FORBIDDEN", secret: "s3cret" } });
      },
    },
    refused: {
      type: GraphQLString,
      resolve: () => {
        throw new GraphQLError("没有权限", { extensions: { code: "FORBIDDEN" } });
      },
    },
    missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
  };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: {
        ...faults,
        hello: { type: GraphQLString, resolve: () => "hello" },
        add: { type: GraphQLInt, args: { one: { type: new GraphQLNonNull(GraphQLInt) } }, resolve: (_root, { one }: { one: number }) => one + 1 },
        node: { type: Node, resolve: () => ({}) },
        priced: {
          type: Node,
          args: { first: { type: new GraphQLNonNull(GraphQLInt) } },
          extensions: { complexity: ({ args }: { args: { first: number } }) => args.first },
          resolve: () => ({}),
        },
        slow: {
          type: GraphQLString,
          async resolve() {
            ran.push("slow");
            await released;
            return "done";
          },
        },
      },
    }),
    mutation: new GraphQLObjectType({ name: "Mutation", fields: { mark: { type: GraphQLString, resolve: () => (ran.push("mark"), "marked") } } }),
  });
  return { schema, seen: { ran, release } };
}
