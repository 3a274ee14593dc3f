import { mayIn, phraseOf, refuse, type PublicationState } from "@bandeng/domain";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";

/** What is done to a publication, or to a comment beneath it. */
export type PublicationAct = { what: "amend" | "publish" | "takeDown" } | { what: "show" | "hide" | "answer" | "takeUp"; commentId: string };

/** Why somebody may not do something to it now; undefined when he may. */
export function useBlocked(publication: Pick<PublicationShownFragment, "areaCode" | "state">): (from?: PublicationState) => string | undefined {
  const { viewer, language } = useAsked();
  if (!mayIn(viewer, "PUBLISH", publication.areaCode)) return () => phraseOf(refuse("FORBIDDEN_RIGHT", { right: "PUBLISH" }), language);
  return (from) => (from === undefined || publication.state === from ? undefined : phraseOf(refuse("PUBLICATION_WRONG_STATE", { state: publication.state }), language));
}
