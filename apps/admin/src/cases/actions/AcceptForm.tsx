import { useState } from "react";
import { graphql } from "../../graphql/gql.ts";
import { CheckBox } from "../../ui/CheckBox.tsx";
import { useWords } from "../../words/useWords.tsx";
import { caseWords } from "../case-words.ts";
import type { ActionFormProps } from "./action-form.ts";
import { ActionFrame } from "./ActionFrame.tsx";
import { KindFields, type Kinds } from "./KindFields.tsx";
import { missing } from "./missing.ts";
import { type ChosenResident, ResidentPicker } from "./ResidentPicker.tsx";
import { useAct } from "./use-act.ts";
import { WorkerPicker } from "./WorkerPicker.tsx";

const acceptCaseDocument = graphql(`
  mutation AcceptCase($input: AcceptCaseInput!) {
    acceptCase(input: $input) {
      case {
        ...CaseActed
      }
      refusal {
        ...RefusalSaid
      }
    }
  }
`);

/** 受理: kind, category and severity are settled, and who leads. The clock of the level starts. */
export default function AcceptForm(props: ActionFormProps) {
  const { card } = props;
  const w = useWords(caseWords);
  const { act, send } = useAct(acceptCaseDocument, "accept", props, ["kind", "category", "severity", "leadId", "parties", "partyIds"]);
  const [kinds, setKinds] = useState<Kinds>({ kind: card.kind, category: card.category ?? null, severity: card.severity ?? "NORMAL" });
  const [leadId, setLeadId] = useState<string | null>(null);
  const [parties, setParties] = useState<readonly ChosenResident[]>([]);
  const [isAnonymous, setAnonymous] = useState(false);
  const isDispute = kinds.kind === "DISPUTE";
  const submit = () =>
    send(
      {
        kind: kinds.kind,
        category: kinds.category ?? "",
        severity: kinds.severity,
        ...(leadId ? { leadId } : {}),
        ...(isDispute ? { partyIds: parties.map(({ id }) => id), anonymousParty: isAnonymous } : {}),
      },
      { category: missing(w.chooseOne(w.category), kinds.category) },
    );
  return (
    <ActionFrame action="accept" act={act} onCancel={props.onCancel} onSubmit={() => void submit()}>
      <KindFields value={kinds} gridCode={props.card.gridCode} onChange={setKinds} errorOf={act.errorOf} />
      {isDispute && (
        <>
          <ResidentPicker label={w.parties} description={w.partiesHelp} value={parties} onChange={setParties} error={act.errorOf("parties") ?? act.errorOf("partyIds")} />
          <CheckBox isSelected={isAnonymous} onChange={setAnonymous}>
            {w.anonymousParty}
          </CheckBox>
        </>
      )}
      <WorkerPicker label={w.optional(w.lead)} description={w.leadSelf} area={card.gridCode} value={leadId} onChange={setLeadId} error={act.errorOf("leadId")} />
    </ActionFrame>
  );
}
