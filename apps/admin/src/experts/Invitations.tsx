import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useQuery } from "urql";
import { categoryName, useOwnTrees } from "../categories/own-trees.ts";
import { requestIdOf } from "../client/request-id.ts";
import { Section } from "../cases/Section.tsx";
import { Notice } from "../cases/actions/Notice.tsx";
import type { MyExpertCallsQuery } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { useViewer } from "../session/viewer.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Link } from "../ui/Link.tsx";
import { useNow } from "../words/use-now.ts";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { answerExpertCallDocument, myExpertCallsDocument } from "./expert-documents.ts";
import { expertWords } from "./expert-words.ts";

/** 邀请我的: calls that wait for one's own answer. Nothing is drawn for whoever nobody calls. */
export function Invitations() {
  const w = useWords(expertWords);
  const viewer = useViewer();
  const isExpert = viewer.roles.some(({ role }) => role === "EXPERT");
  const [{ data, error, fetching }, ask] = useQuery({ query: myExpertCallsDocument, requestPolicy: "cache-and-network" });
  const [accepted, setAccepted] = useState<{ no: string; title: string } | null>(null);
  const reload = () => ask({ requestPolicy: "network-only" });
  if (error && !data) return isExpert ? <ErrorState title={w.invitationsFailed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching} /> : null;
  const calls = data?.myExpertCalls.nodes ?? [];
  if (calls.length === 0 && !accepted) return null;
  return (
    <Section level={2} title={w.invitations}>
      <p className="mb-2 text-small text-ink-soft">{w.invitationsNote}</p>
      {accepted && (
        <p role="status" className="mb-2 flex flex-wrap items-center gap-2 rounded-one bg-good-soft px-3 py-2">
          <Icon name="done" size="small" className="text-good" />
          <span>{w.acceptedNow}</span>
          <Link to="/cases/$no" params={{ no: accepted.no }}>
            {accepted.title}
          </Link>
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {calls.map((call) => (
          <Invitation
            key={call.id}
            call={call}
            onAnswered={(c) => {
              setAccepted(c);
              announce(c ? w.acceptedNow : w.declinedNow);
              reload();
            }}
          />
        ))}
      </ul>
    </Section>
  );
}

interface InvitationProps {
  call: MyExpertCallsQuery["myExpertCalls"]["nodes"][number];
  onAnswered: (accepted: { no: string; title: string } | null) => void;
}

function Invitation({ call, onAnswered }: InvitationProps) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const { verb, send } = useVerb(answerExpertCallDocument, [], (answer) => onAnswered(answer.case ?? null));
  useOwnTrees();
  const category = (call.category && categoryName(call.category, call.gridCode, language)) || w.someCategory;
  const answer = (isAccepted: boolean) => void send({ callId: call.id, accepted: isAccepted });
  return (
    <li className="flex flex-col gap-2 rounded-one border border-line bg-surface p-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-medium">{w.invitationOf(category, call.gridName ?? call.gridCode)}</span>
        <span className="ms-auto inline-flex items-center gap-1 text-small text-warn">
          <Icon name="clock" size="small" />
          {w.replyBefore(`${format.shortDate(call.replyDueAt, now)} ${format.time(call.replyDueAt)}`)}
        </span>
      </p>
      <p className="flex flex-wrap gap-1">
        {call.skills.map((skill) => (
          <Chip key={skill} tone="accent">
            {namesIn(language).expertSkill[skill]}
          </Chip>
        ))}
      </p>
      <p className="whitespace-pre-wrap">{call.ask}</p>
      {(verb.refusal || verb.failure) && (
        <Notice tone="bad" title={w.invitationFailed} requestId={verb.failure?.requestId}>
          {verb.refusal?.message ?? verb.failure?.message}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" className="max-sm:min-h-11 max-sm:flex-1" isPending={verb.isPending} onPress={() => answer(true)}>
          {w.accept}
        </Button>
        <Button className="max-sm:min-h-11 max-sm:flex-1" isPending={verb.isPending} onPress={() => answer(false)}>
          {w.decline}
        </Button>
      </div>
    </li>
  );
}
