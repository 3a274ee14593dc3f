import { isRefusal, namesIn, phraseOf, type Tally } from "@bandeng/domain";
import { Section } from "../../cases/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Table } from "../../ui/Table.tsx";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { useBench } from "./room-context.ts";
import { endItemUnresolvedDocument, resolveItemDocument } from "./room-documents.ts";
import { outcomeNow, type RoomItem, type Tapped } from "./room-model.ts";
import { tallyNow } from "./tally-now.ts";
import { useWhyNotItem } from "./use-item.ts";

/** What the rule makes of the room as it is, counted on this page by the same function as on the server; and why nothing yet. */
export function OutcomePart({ item, tapped }: { item: RoomItem; tapped: readonly Tapped[] }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const format = useFormat();
  const { room, act } = useBench();
  const whyNot = useWhyNotItem(item);
  const optionText = (id: string) => {
    const index = item.options.findIndex((option) => option.id === id);
    return `${w.optionNo(index + 1)} ${item.options[index]?.words ?? ""}`;
  };
  if (item.resolution) {
    const { option, rule, at, tally } = item.resolution;
    return (
      <Section title={w.outcome}>
        <div role="status" className="flex flex-col gap-2 rounded-one bg-good-soft p-3 text-good">
          <p className="flex items-center gap-2 text-title font-semibold">
            <Icon name="done" />
            {w.resolved(option.words)}
          </p>
          <p>{w.resolvedBy(names.consensusRule[rule], format.dateTime(at))}</p>
        </div>
        <TallyTable tally={tally} item={item} />
      </Section>
    );
  }
  if (item.notReached) {
    return (
      <Section title={w.outcome}>
        <p role="status" className="rounded-one bg-warn-soft p-3 text-lead text-warn">
          {w.unresolved(names.unresolved[item.notReached])}
        </p>
      </Section>
    );
  }
  const outcome = outcomeNow(item, room, tapped);
  const sentence = isRefusal(outcome) ? phraseOf(outcome, language) : null;
  return (
    <Section title={w.outcome} aside={names.consensusRule[item.rule]}>
      <div role="status" className={`mb-2 rounded-one p-3 text-lead ${isRefusal(outcome) ? "bg-sunken" : "bg-good-soft text-good"}`}>
        {isRefusal(outcome) ? (
          <p className="flex gap-2">
            <Icon name="info" size="small" className="mt-1" />
            <span>{sentence}</span>
          </p>
        ) : (
          <p className="flex gap-2 font-semibold">
            <Icon name="done" size="small" className="mt-1" />
            <span>{w.ahead(optionText(outcome.optionId))}</span>
          </p>
        )}
      </div>
      <TallyTable tally={tallyNow(item, room, tapped)} item={item} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          variant="primary"
          icon="check"
          // The rule decides on what the server has: a tap on its way counts with the next look.
          disabledReason={whyNot("resolveItem") ?? sentence ?? undefined}
          onPress={() => void act(resolveItemDocument, { item: item.id }, {})}
        >
          {names.meetingAction.resolveItem}
        </Button>
        <Button disabledReason={whyNot("endUnresolved")} onPress={() => void act(endItemUnresolvedDocument, { item: item.id }, {})}>
          {names.meetingAction.endUnresolved}
        </Button>
      </div>
    </Section>
  );
}

/** The count, option by option: exact whole numbers. */
function TallyTable({ tally, item }: { tally: Tally; item: RoomItem }) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  if (tally.options.length === 0) return null;
  return (
    <Table
      caption={w.tally}
      hideCaption
      className="mt-2"
      rows={tally.options}
      rowId={({ optionId }) => optionId}
      columns={[
        { id: "option", header: w.option, isRowHeader: true, className: "text-start", cell: ({ optionId }) => `${w.optionNo(item.options.findIndex(({ id }) => id === optionId) + 1)} ${item.options.find(({ id }) => id === optionId)?.words ?? ""}` },
        { id: "for", header: names.stance.FOR, align: "end", cell: (o) => o.for },
        { id: "accept", header: names.stance.ACCEPT, align: "end", cell: (o) => o.accept },
        { id: "against", header: names.stance.AGAINST, align: "end", cell: (o) => (o.directAgainst > 0 ? w.directAgainst(o.against, o.directAgainst) : o.against) },
      ]}
    />
  );
}
