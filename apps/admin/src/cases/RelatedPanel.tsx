import { useQuery } from "urql";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { caseMentionDocument, caseTimelineDocument, nearbyCasesDocument } from "./case-documents.ts";
import { CaseMentionLine } from "./CaseMentionLine.tsx";
import { caseWords } from "./case-words.ts";
import { linkedCases } from "./event-sentence.ts";
import { Section } from "./Section.tsx";

/** Cases this one came from, went into or gave rise to, and what else is open where it is. */
export function RelatedPanel({ detail }: { detail: CaseDetailFragment }) {
  const w = useWords(caseWords);
  const { ui } = useWords();
  const { buildingId, compoundId } = detail.place;
  const [timeline] = useQuery({ query: caseTimelineDocument, variables: { id: detail.id, first: 100 } });
  const filter = buildingId ? { buildingId } : compoundId ? { compoundIds: [compoundId] } : null;
  const [nearby] = useQuery({ query: nearbyCasesDocument, variables: { areas: [detail.gridCode], filter }, pause: filter === null });
  const linked = [...new Set((timeline.data?.case?.events ?? []).flatMap((event) => linkedCases(event)))];
  const here = (nearby.data?.cases.nodes ?? []).filter(({ id }) => id !== detail.id);
  if ((timeline.fetching && !timeline.data) || (nearby.fetching && !nearby.data)) return <Skeleton label={ui.loading} lines={4} />;
  if (linked.length === 0 && here.length === 0) return <EmptyState title={w.relatedNone} icon="link" />;
  return (
    <div className="flex flex-col gap-4">
      {linked.length > 0 && (
        <Section title={w.relatedLinked}>
          {linked.map((id) => (
            <LinkedCase key={id} id={id} />
          ))}
        </Section>
      )}
      {here.length > 0 && (
        <Section title={w.relatedHere}>
          {here.map((mention) => (
            <CaseMentionLine key={mention.id} mention={mention} />
          ))}
        </Section>
      )}
    </div>
  );
}

function LinkedCase({ id }: { id: string }) {
  const w = useWords(caseWords);
  const { ui } = useWords();
  const [{ data, fetching }] = useQuery({ query: caseMentionDocument, variables: { id } });
  if (data?.case) return <CaseMentionLine mention={data.case} />;
  return fetching ? <Skeleton label={ui.loading} lines={1} /> : <p className="text-ink-soft">{w.relatedHidden}</p>;
}
