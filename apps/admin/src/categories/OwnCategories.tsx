import { useEffect } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/gql.ts";
import { communitiesOf, type Viewer } from "../session/viewer.ts";
import { setOwnTrees } from "./own-trees.ts";

const categoryTreesDocument = graphql(`
  query CategoryTrees($areas: [ID!]!) {
    categoryTrees(areas: $areas) {
      communityCode
      categories {
        id
        zh
        en
        kinds
        off
      }
    }
  }
`);

/** Brings the trees of the communities somebody works in, once; without them the default tree stands in. Draws nothing. */
export function OwnCategories({ viewer }: { viewer: Viewer }) {
  const areas = communitiesOf(viewer).slice(0, 100);
  const [{ data }] = useQuery({ query: categoryTreesDocument, variables: { areas }, pause: areas.length === 0 });
  const trees = data?.categoryTrees;
  useEffect(() => {
    if (trees) setOwnTrees(new Map(trees.map(({ communityCode, categories }) => [communityCode, categories.map(({ off, ...leaf }) => ({ ...leaf, ...(off ? { off: true } : {}) }))])));
  }, [trees]);
  return null;
}
