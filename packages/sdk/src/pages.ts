/** One page of a list, as every list of the API answers. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** The most that one page holds. */
export const PAGE_SIZE = 100;

/** All entries of a list, page by page: the next page is asked for when the one before has been gone through. */
export async function* eachNode<Node>(pageAfter: (after: string | null) => Promise<Page<Node>>): AsyncGenerator<Node, void, undefined> {
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Page<Node> = await pageAfter(after);
    yield* nodes;
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
