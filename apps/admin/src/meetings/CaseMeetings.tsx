import { namesIn, phraseOf, refuse } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { ruleViewer } from "../board/card.ts";
import { Section } from "../cases/Section.tsx";
import type { CaseDetailFragment } from "../graphql/graphql.ts";
import { graphql } from "../graphql/gql.ts";
import { useVerb } from "../people/use-verb.ts";
import { areasOf, useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { buttonLook } from "../ui/button-look.ts";
import { Chip } from "../ui/Chip.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { meetingTone } from "./meeting-text.ts";
import { meetingWords } from "./meeting-words.ts";
import { meetingsDocument } from "./meeting-documents.ts";
import { convenableAreas } from "./convenable-areas.ts";
import { addToAgendaDocument } from "./room/room-documents.ts";
import { scopesOf } from "./summon-draft.ts";

const caseMeetingsDocument = graphql(`
  query CaseMeetings($id: ID!) {
    case(id: $id) {
      id
      agendaItems {
        id
        version
        notReached
        resolution {
          at
          rule
          option {
            id
            words
            proposedBy
          }
        }
        actionItems {
          ...ActionItemShown
        }
        meeting {
          id
          status
          meetsAt
          place {
            words
          }
        }
      }
    }
  }
`);

/** 会议 of a case: on which agendas it stood, what was agreed on, who does what; and the way to the next one. */
export default function CaseMeetings({ detail, onChanged }: { detail: CaseDetailFragment; onChanged: () => void }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const viewer = useViewer();
  const [{ data, fetching }, ask] = useQuery({ query: caseMeetingsDocument, variables: { id: detail.id }, requestPolicy: "cache-and-network" });
  const [isChoosing, setChoosing] = useState(false);
  if (!data && fetching) return <Skeleton label={ui.loading} lines={4} />;
  const items = data?.case?.agendaItems ?? [];
  const mayConvene = convenableAreas(ruleViewer(viewer), areasOf(viewer)).some((area) => detail.gridCode.startsWith(area));
  const deliberable = detail.status === "ACCEPTED" || detail.status === "DELIBERATING" || detail.status === "IN_PROGRESS";
  const reason = !mayConvene
    ? phraseOf(refuse("FORBIDDEN_RIGHT", { right: "CONVENE_MEETINGS" }), language)
    : deliberable
      ? undefined
      : phraseOf(refuse("WRONG_STATUS", { action: "deliberate", status: detail.status }), language);
  const actions = (
    <div className="flex flex-wrap gap-2">
      {reason === undefined ? (
        <Link to="/meetings" search={{ dialog: "summon", case: [detail.id] }} className={buttonLook({ variant: "primary", className: "no-underline! text-on-accent!" })}>
          {w.putOn}
        </Link>
      ) : (
        <Button disabledReason={reason}>{w.putOn}</Button>
      )}
      <Button disabledReason={reason} aria-expanded={isChoosing} onPress={() => setChoosing(!isChoosing)}>
        {w.putOnExisting}
      </Button>
    </div>
  );
  return (
    <div className="flex flex-col gap-5">
      {items.length === 0 ? (
        <EmptyState title={w.caseNone} action={actions}>
          {w.caseNoneNote}
        </EmptyState>
      ) : (
        actions
      )}
      {isChoosing && (
        <Upcoming
          detail={detail}
          onAdded={() => {
            setChoosing(false);
            announce(w.added);
            ask({ requestPolicy: "network-only" });
            onChanged();
          }}
        />
      )}
      {items.map(({ id, meeting, resolution, notReached, actionItems }) => (
        <Section key={id} title={meeting ? `${format.dateTime(meeting.meetsAt)} · ${meeting.place.words}` : w.cannotSee}>
          <div className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2">
              {meeting && <Chip tone={meetingTone[meeting.status]}>{names.meetingStatus[meeting.status]}</Chip>}
              {meeting && (
                <Link to="/meetings/$id" params={{ id: meeting.id }} search={{ at: id }}>
                  {w.openMeeting}
                </Link>
              )}
            </p>
            <p className={resolution ? "font-medium" : "text-ink-soft"}>
              {resolution ? w.resolved(resolution.option.words) : notReached ? w.unresolved(names.unresolved[notReached]) : w.stillOpen}
              {resolution && <span className="ms-2 font-normal text-ink-soft">{names.proposer[resolution.option.proposedBy]}</span>}
            </p>
            {actionItems.length > 0 && (
              <ul aria-label={w.actions} className="flex flex-col gap-1">
                {actionItems.map((action) => (
                  <li key={action.id} className="flex flex-wrap items-center gap-x-3">
                    <span>{action.what}</span>
                    <span className="text-ink-soft">
                      {action.owner?.name ?? w.residentsTogether} · {w.dueOn(format.date(action.dueOn))}
                    </span>
                    {action.doneAt && (
                      <Chip tone="good" icon="done">
                        {w.done}
                      </Chip>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </Section>
      ))}
    </div>
  );
}

const fortnight = 14 * 86_400_000;

/** Meetings that have the case's grid and are not over: one of them takes it on. */
function Upcoming({ detail, onAdded }: { detail: CaseDetailFragment; onAdded: () => void }) {
  const w = useWords(meetingWords);
  const { ui } = useWords();
  const format = useFormat();
  const [now] = useState(useNow());
  const community = detail.gridCode.slice(0, 12);
  const [{ data }] = useQuery({
    query: meetingsDocument,
    variables: { areas: [community], from: new Date(now - fortnight).toISOString(), to: new Date(now + 4 * fortnight).toISOString(), statuses: ["SUMMONED", "OPEN"] },
    requestPolicy: "cache-and-network",
  });
  const { verb, send } = useVerb(addToAgendaDocument, [], onAdded);
  if (!data) return <Skeleton label={ui.loading} lines={2} />;
  const fitting = data.meetings.nodes.filter((card) => detail.gridCode.startsWith(card.areaCode) && !card.agenda.some((item) => item.case?.id === detail.id));
  return (
    <Section title={w.upcoming}>
      {fitting.length === 0 && <p className="text-ink-soft">{w.nothingThatDay}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {fitting.map((card) => (
          <li key={card.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span className="min-w-0 flex-1">
              {format.dateTime(card.meetsAt)} · {card.place.words}
            </span>
            <Button
              size="small"
              isPending={verb.isPending}
              aria-label={`${w.add} ${card.place.words}`}
              onPress={() => void send({ id: card.id, expectedVersion: card.version, entry: { caseId: detail.id, scope: scopesOf(detail)[0] ?? "COMMUNITY" } })}
            >
              {w.add}
            </Button>
          </li>
        ))}
      </ul>
      {(verb.refusal ?? verb.failure) && (
        <p role="alert" className="text-bad">
          {verb.refusal?.message ?? verb.failure?.message}
        </p>
      )}
    </Section>
  );
}
