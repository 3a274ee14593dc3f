import { changesDocument, feedDocument, type Change, type ChangesVariables, type FeedState } from "./feed-operations.ts";
import { followStretches, type ChangeStretch, type FollowOptions } from "./follow.ts";
import type { AreasQuery, AreasQueryVariables, CaseFactsFragment, CasesQueryVariables, OpinionsQuery, OpinionsQueryVariables, ProjectsQuery, ProjectsQueryVariables } from "./graphql/operations.ts";
import { ingestOpinionDocument, type IngestOpinionInput, type IngestOpinionPayload } from "./intake-operations.ts";
import { areasDocument, caseDocument, casesDocument, opinionsDocument, projectsDocument } from "./operations.ts";
import { eachNode, PAGE_SIZE, type Page } from "./pages.ts";
import { openTransport, type RequestOptions, type TransportOptions } from "./transport.ts";
import type { TypedDocument } from "./typed-document.ts";
import { newIdempotencyKey } from "./web-crypto.ts";

/** A case, as lists tell of it. */
export type Case = CaseFactsFragment;
/** What a resident said. */
export type Opinion = OpinionsQuery["opinions"]["nodes"][number];
/** A secretary project. */
export type Project = ProjectsQuery["projects"]["nodes"][number];
/** An administrative area. */
export type Area = AreasQuery["areas"][number];
/** What a list is asked for: the client turns the pages. */
export type ListOf<Variables> = Omit<Variables, "first" | "after"> & RequestOptions;

/** A client of one installation. */
export interface Client {
  /** Sends a document of your own. @throws BandengError */
  request<Result = unknown, Variables = Record<string, unknown>>(document: TypedDocument<Result, Variables> | string, variables?: Variables, options?: RequestOptions): Promise<Result>;
  /** Sends a mutation of your own that takes one `$input`, with an idempotency key made for it: so it may be sent again. @throws BandengError */
  act<Result = unknown, Input extends object = Record<string, unknown>>(document: TypedDocument<Result, { input: Input }> | string, input: Omit<Input, "idempotencyKey"> & { idempotencyKey?: string }, options?: RequestOptions): Promise<Result>;
  /** All entries of a list of your own document, which takes `$first` and `$after`. */
  pages<Result, Variables, Node>(document: TypedDocument<Result, Variables> | string, variables: Omit<Variables, "first" | "after">, list: (data: Result) => Page<Node>, options?: RequestOptions): AsyncGenerator<Node, void, undefined>;
  /** One case, by id or by number; null when it is not in the key's sight. */
  case(which: { id: string } | { no: string }, options?: RequestOptions): Promise<Case | null>;
  /** All cases of some areas, in pages of 100. */
  cases(which: ListOf<CasesQueryVariables>): AsyncGenerator<Case, void, undefined>;
  /** All opinions of some areas. */
  opinions(which: ListOf<OpinionsQueryVariables>): AsyncGenerator<Opinion, void, undefined>;
  /** All secretary projects of some areas. */
  projects(which: ListOf<ProjectsQueryVariables>): AsyncGenerator<Project, void, undefined>;
  /** Areas below one, or found by name. */
  areas(which?: AreasQueryVariables & RequestOptions): Promise<readonly Area[]>;
  /** Files what a resident said to another system. The same `externalRef` again is the same opinion, and changes nothing. */
  ingestOpinion(input: IngestOpinionInput, options?: RequestOptions): Promise<IngestOpinionPayload>;
  /** How far the feed has come. */
  feed(options?: RequestOptions): Promise<FeedState>;
  /** One stretch of the feed. */
  changes(which: ChangesVariables & { after?: number; first?: number } & RequestOptions): Promise<ChangeStretch<Change>>;
  /** Every change, one by one, without an end. `save` is told a position once all changes up to it have been dealt with. @throws GapError */
  follow(options?: ChangesVariables & FollowOptions): AsyncGenerator<Change, void, undefined>;
  /** The same by stretches: to store changes and position in one transaction. @throws GapError */
  followStretches(options?: ChangesVariables & FollowOptions): AsyncGenerator<ChangeStretch<Change>, void, undefined>;
}

/** Opens a client. Nothing is sent until something is asked. */
export function createClient(options: TransportOptions): Client {
  const send = openTransport(options);

  const request: Client["request"] = (document, variables, requestOptions) => send(document, variables ?? ({} as NonNullable<typeof variables>), requestOptions);
  const act: Client["act"] = async (document, input, requestOptions) => request(document as string, { input: { idempotencyKey: await newIdempotencyKey(), ...input } }, requestOptions) as never;
  const pages: Client["pages"] = (document, variables, list, requestOptions) =>
    eachNode(async (after) => list(await request(document as TypedDocument<never, object>, { ...variables, first: PAGE_SIZE, after }, requestOptions)));

  const changes: Client["changes"] = async ({ signal, after = 0, first = PAGE_SIZE, ...which }) => {
    const { changes: stretch } = await send(changesDocument, { after, first, ...which }, { signal });
    return { ...stretch, changes: stretch.changes.map((change) => ({ ...change, payload: JSON.parse(change.payload) as Change["payload"] })) };
  };
  const stretches: Client["followStretches"] = ({ areas = null, subjects = null, ...follow } = {}) =>
    followStretches((after, first) => changes({ after, first, areas, subjects, ...(follow.signal && { signal: follow.signal }) }), follow);

  return {
    request,
    act,
    pages,
    case: async (which, requestOptions) => (await send(caseDocument, which, requestOptions)).case,
    cases: ({ signal, ...variables }) => pages(casesDocument, variables, (data) => data.cases, { signal }),
    opinions: ({ signal, ...variables }) => pages(opinionsDocument, variables, (data) => data.opinions, { signal }),
    projects: ({ signal, ...variables }) => pages(projectsDocument, variables, (data) => data.projects, { signal }),
    areas: async ({ signal, ...variables } = {}) => (await send(areasDocument, variables, { signal })).areas,
    ingestOpinion: async (input, requestOptions) => (await send(ingestOpinionDocument, { input }, requestOptions)).ingestOpinion,
    feed: async (requestOptions) => (await send(feedDocument, {}, requestOptions)).feed,
    changes,
    async *follow(follow) {
      for await (const stretch of stretches(follow)) yield* stretch.changes;
    },
    followStretches: stretches,
  };
}
