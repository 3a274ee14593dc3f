import { isComputed, namesIn } from "@bandeng/domain";
import { lazy, Suspense, useState } from "react";
import { KindSeal } from "../../cases/CaseMarks.tsx";
import { placeText, shortNo, titleOf } from "../../cases/case-text.ts";
import { caseWords } from "../../cases/case-words.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Link } from "../../ui/Link.tsx";
import { useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { ActionsPart } from "./ActionsPart.tsx";
import { CausesPart } from "./CausesPart.tsx";
import { HearingPart } from "./HearingPart.tsx";
import { OptionsPart } from "./OptionsPart.tsx";
import { OutcomePart } from "./OutcomePart.tsx";
import { PositionsPart } from "./PositionsPart.tsx";
import { QuorumMeter } from "./QuorumMeter.tsx";
import { useBench } from "./room-context.ts";
import { addAffectedDocument } from "./room-documents.ts";
import type { RoomItem, Tapped } from "./room-model.ts";
import { StatementsPart } from "./StatementsPart.tsx";

const OtherDoorDialog = lazy(() => import("./OtherDoorDialog.tsx"));

/** One case on the bench: why it is so, what could be done, who thinks what, what follows. */
export function ItemPanel({ item, index }: { item: RoomItem; index: number }) {
  const w = useWords(meetingWords);
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [tapped, setTapped] = useState<readonly Tapped[]>([]);
  const { act, whyNot } = useBench();
  const [isSeeking, setSeeking] = useState(false);
  const { case: c } = item;
  const isDecided = Boolean(item.resolution ?? item.notReached);
  return (
    <div className="flex flex-col gap-5">
      <header className="flex items-start gap-3">
        {c && <KindSeal kind={c.kind} />}
        <div className="min-w-0 flex-1">
          <h3 className="text-title font-semibold">{c ? titleOf(c, words) : w.itemNo(index + 1)}</h3>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
            {c && (
              <Link to="/cases/$no" params={{ no: c.no }}>
                {shortNo(c.no)}
              </Link>
            )}
            {c && <span>{placeText(c.place, words) || words.placeUnknown}</span>}
            <Chip>{w.scopeOf(names.affectedScope[item.scope], item.affected.length)}</Chip>
            <Chip>{names.consensusRule[item.rule]}</Chip>
            {!isDecided && (
              <Button size="small" variant="quiet" icon="plus" disabledReason={whyNot("addAffected")} onPress={() => setSeeking(true)}>
                {names.meetingAction.addAffected}
              </Button>
            )}
          </p>
        </div>
      </header>
      <QuorumMeter item={item} />
      {/* What was decided comes first; how it came to that stands below. */}
      {isDecided && <OutcomePart item={item} tapped={tapped} />}
      {item.resolution && <ActionsPart item={item} />}
      <div className="grid gap-5 lg:grid-cols-2 lg:gap-8">
        <div className="flex min-w-0 flex-col gap-5">
          <CausesPart item={item} />
          <StatementsPart item={item} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <OptionsPart item={item} />
          {isComputed(item.scope, item.rule) && <HearingPart item={item} />}
        </div>
      </div>
      <PositionsPart item={item} tapped={tapped} onTapped={setTapped} />
      {!isDecided && <OutcomePart item={item} tapped={tapped} />}
      <Suspense>
        {isSeeking && (
          <OtherDoorDialog
            title={names.meetingAction.addAffected}
            onChoose={({ householdId }) => {
              setSeeking(false);
              if (householdId) void act(addAffectedDocument, { item: item.id }, { households: [{ householdId, direct: true }] }, { isAddition: true });
            }}
            onClose={() => setSeeking(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
