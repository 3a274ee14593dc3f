import type { InvitationWay } from "@bandeng/domain";
import { invitationWays, namesIn } from "@bandeng/domain";
import { useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import { missing } from "../cases/actions/missing.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { councilsDocument } from "../councils/council-documents.ts";
import { KnownPersonPicker } from "../councils/KnownPersonPicker.tsx";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import { Select } from "../ui/Select.tsx";
import { TagList } from "../ui/TagList.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { areaDepartmentsDocument } from "../people/people-documents.ts";
import { AgendaEntries } from "./AgendaEntries.tsx";
import { momentOf } from "./calendar-days.ts";
import { agendaCaseDocument } from "./meeting-documents.ts";
import { meetingWords } from "./meeting-words.ts";
import { areaFor, type Entry, entryOf, firstMoment, siteWords } from "./summon-draft.ts";
import { recordMeetingDocument, summonMeetingDocument } from "./summon-documents.ts";

export interface SummonDialogProps {
  mode: "summon" | "record";
  /** Where one may convene, the widest first. */
  areas: readonly string[];
  /** Cases that are on the agenda from the beginning. */
  caseIds: readonly string[];
  onClose: () => void;
  onDone: (id: string) => void;
}

/** 召集, or 补记 of one that was held: which cases, where, when, and who besides those whom they concern. */
export default function SummonDialog({ mode, areas, caseIds, onClose, onDone }: SummonDialogProps) {
  const w = useWords(meetingWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const client = useClient();
  const [[firstDay, firstTime]] = useState(() => firstMoment(Date.now(), mode));
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [where, setWhere] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(firstDay);
  const [time, setTime] = useState(firstTime);
  const [how, setHow] = useState<InvitationWay>("DOOR_NOTICE");
  const [departments, setDepartments] = useState<string[]>([]);
  const [withCouncil, setWithCouncil] = useState(false);
  const [people, setPeople] = useState<readonly { id: string; label: string }[]>([]);
  const [recorder, setRecorder] = useState<string | null>(null);
  const area = areaFor(entries, areas);
  const [offices] = useQuery({ query: areaDepartmentsDocument, variables: { area }, pause: area === "" || mode === "record" });
  const [councils] = useQuery({ query: councilsDocument, variables: { areas: [area] }, pause: area === "" });
  const council = councils.data?.councils.nodes.find((one) => one.areaCode === area && one.inForce);
  const site = entries[0]?.case;
  const suggested = site ? siteWords(site, w.unitNo, w.inFront) : "";
  const words = where ?? suggested;
  const fields = ["place", "plannedFor", "heldAt", "agenda", "recorderId", "invitations"];
  const done = (answer: { meeting?: { id: string } | null }) => answer.meeting && onDone(answer.meeting.id);
  const summon = useVerb(summonMeetingDocument, fields, done);
  const record = useVerb(recordMeetingDocument, fields, done);
  const { verb } = mode === "summon" ? summon : record;

  const given = caseIds.join();
  useEffect(() => {
    let isLeft = false;
    for (const id of given === "" ? [] : given.split(",")) {
      void client
        .query(agendaCaseDocument, { id })
        .toPromise()
        .then(({ data }) => {
          const found = data?.case;
          if (found && !isLeft) setEntries((now) => (now.some((entry) => entry.case.id === found.id) ? now : [...now, entryOf(found)]));
        });
    }
    return () => {
      isLeft = true;
    };
  }, [client, given]);

  const submit = () => {
    const at = momentOf(day, time);
    // In front of the first case's place; words that were changed may mean somewhere else, and then stand alone.
    const place = { words, ...(site && words === suggested ? { compoundId: site.place.buildingId ? null : site.place.compoundId, buildingId: site.place.buildingId, unitId: site.place.unitId } : {}) };
    const agenda = entries.map((entry) => ({ caseId: entry.case.id, scope: entry.scope, rule: entry.rule }));
    const shared = { area, place, agenda, recorderId: recorder, ...(council && (withCouncil || mode === "record") ? { councilId: council.id } : {}) };
    const problems = { place: missing(w.fill(w.place), words), [mode === "summon" ? "plannedFor" : "heldAt"]: at === null ? w.fill(w.when) : undefined };
    if (mode === "record") return record.send({ ...shared, heldAt: at ?? "" }, problems);
    const members = withCouncil ? (council?.members ?? []).filter(({ inForce, person }) => inForce && person).map(({ personId }) => personId) : [];
    const invited = [...new Set([...members, ...people.map(({ id }) => id)])];
    const invitations = [
      ...departments.map((subjectId) => ({ of: "DEPARTMENT" as const, subjectId, how: "PHONE" as const })),
      ...invited.map((subjectId) => ({ of: "PERSON" as const, subjectId, how: "MESSAGE" as const })),
    ];
    return summon.send({ ...shared, plannedFor: at ?? "", form: "SCHEDULED", how, invitations }, problems);
  };
  const title = mode === "summon" ? w.summon : w.record;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle note={mode === "summon" ? w.summonNote : w.recordNote} submitLabel={mode === "summon" ? w.summonSubmit : w.recordSubmit} isFootAtEnd verb={verb} onSubmit={() => void submit()} onCancel={onClose}>
        <AgendaEntries areas={areas} entries={entries} onChange={setEntries} error={verb.errorOf("agenda")} />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={w.place} placeholder={w.placeHint} value={words} onChange={setWhere} error={verb.errorOf("place")} isRequired />
          <div className="grid grid-cols-2 gap-3">
            <DateField label={w.day} value={day} onChange={setDay} error={verb.errorOf("plannedFor") ?? verb.errorOf("heldAt")} isRequired />
            <TextField label={w.time} type="time" value={time} onChange={setTime} isRequired />
          </div>
        </div>
        {mode === "summon" && (
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label={w.how} items={invitationWays.map((id) => ({ id, label: names.invitation[id] }))} value={how} onChange={(id) => setHow(id as InvitationWay)} />
            <MultiSelect label={w.departments} items={(offices.data?.departments ?? []).map(({ id, name }) => ({ id, label: name }))} value={departments} onChange={setDepartments} />
          </div>
        )}
        {mode === "summon" && council && (
          <CheckBox isSelected={withCouncil} onChange={setWithCouncil}>
            {w.withCouncil(council.name, council.members.filter(({ inForce }) => inForce).length)}
          </CheckBox>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          {mode === "summon" && area !== "" && (
            <div className="flex flex-col gap-1">
              <KnownPersonPicker
                key={people.length}
                label={w.invitePeople}
                area={area}
                withResidents
                without={people.map(({ id }) => id)}
                value={null}
                onChange={(id, label) => id !== null && setPeople([...people, { id, label }])}
              />
              <TagList label={w.invitePeople} tags={people} onRemove={(id) => setPeople(people.filter((one) => one.id !== id))} />
            </div>
          )}
          {area !== "" && <KnownPersonPicker label={w.recorder} description={w.recorderNote} area={area} value={recorder} onChange={setRecorder} error={verb.errorOf("recorderId")} />}
        </div>
        {verb.errorOf("invitations") && <Notice tone="bad">{verb.errorOf("invitations")}</Notice>}
      </VerbForm>
    </Dialog>
  );
}
