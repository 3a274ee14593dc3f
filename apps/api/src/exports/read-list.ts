import { categoryOf, namesIn, type Category } from "@bandeng/domain";
import { execute, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { ListExport, Wording } from "./list-export.ts";
import type { Context } from "../http/context.ts";

const PAGE = 100;

/** The answer of the API to a document of ours that could not be given: what was asked for is not right. */
export class NotReadable extends Error {}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Runs a document of ours as the viewer, past price and HTTP. @throws NotReadable when the variables are wrong */
async function ask(schema: GraphQLSchema, ctx: Context, document: DocumentNode, variables: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  // Loaders remember what they loaded: each page gets its own, or a long list would fill the memory.
  const { data, errors } = (await execute({ schema, document, variableValues: variables, contextValue: { ...ctx, loaders: new Map<string, unknown>() } })) as ExecutionResult;
  const [error] = errors ?? [];
  if (error === undefined && data != null) return data;
  if (error?.path === undefined || error.extensions["code"] === "BAD_USER_INPUT") throw new NotReadable(error?.message ?? "");
  throw error.originalError ?? error;
}

/** The rows of a list, a page at a time: no more than that is ever held. */
export async function* pagesOf(schema: GraphQLSchema, ctx: Context, list: ListExport, variables: Readonly<Record<string, unknown>>): AsyncGenerator<readonly unknown[]> {
  for (const part of list.parts) {
    const goesOn = part.goesOn ?? (() => true);
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: Page = (await ask(schema, ctx, list.page, { ...variables, ...part.variables, first: PAGE, after }))["list"] as Page;
      const shown = nodes.filter(goesOn);
      if (shown.length > 0) yield shown;
      if (!pageInfo.hasNextPage || shown.length < nodes.length) break;
      after = pageInfo.endCursor;
    }
  }
}

/** How many rows a list has. @throws NotReadable when the variables are wrong */
export async function countRows(schema: GraphQLSchema, ctx: Context, list: ListExport, variables: Readonly<Record<string, unknown>>): Promise<number> {
  if (list.count !== null) return ((await ask(schema, ctx, list.count, variables))["list"] as { totalCount: number }).totalCount;
  let rows = 0;
  for await (const page of pagesOf(schema, ctx, list, variables)) rows += page.length;
  return rows;
}

const trees = parse("query ExportCategories($areas: [ID!]!) { categoryTrees(areas: $areas) { communityCode categories { id zh en } } }");

/** The words of a file: names of the closed lists, and of the categories as the communities call them. */
export async function wordingFor(schema: GraphQLSchema, ctx: Context, areas: readonly string[]): Promise<Wording> {
  const { language } = ctx;
  const answer = (await ask(schema, ctx, trees, { areas }))["categoryTrees"] as readonly { communityCode: string; categories: readonly Category[] }[];
  const own = new Map(answer.map(({ communityCode, categories }) => [communityCode, categories]));
  return { language, names: namesIn(language), category: (id, areaCode) => (categoryOf(id, own.get(areaCode.slice(0, 12))) ?? categoryOf(id))?.[language] ?? id };
}
