import { councilCategories, councilLimits, namesIn, plusMonths, plusNaturalDays, type CouncilCategory, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import { missing } from "../cases/actions/missing.ts";
import type { CouncilShownFragment } from "../graphql/graphql.ts";
import { useAsked } from "../people/use-asked.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { setCouncilDocument } from "./council-documents.ts";
import { councilWords } from "./council-words.ts";
import { KnownPersonPicker } from "./KnownPersonPicker.tsx";

export interface CouncilDialogProps {
  area: { code: string; name: string };
  /** The council that is changed; null to set one up. */
  council: CouncilShownFragment | null;
  onSaved: () => void;
  onClose: () => void;
}

interface Member {
  personId: string;
  name: string;
  category: CouncilCategory;
  /** Null: from the council's first day on. */
  from: LocalDate | null;
  to: LocalDate | null;
  hasDates: boolean;
}

/** Sets a council up or changes it: name, convener, term, and members with their categories. */
export function CouncilDialog({ area, council, onSaved, onClose }: CouncilDialogProps) {
  const w = useWords(councilWords);
  const { today, language } = useAsked();
  const names = namesIn(language);
  const { least, most } = councilLimits;
  const [name, setName] = useState(council?.name ?? `${area.name}小板凳议事团`);
  const [convener, setConvener] = useState<string | null>(council?.convener?.id ?? null);
  const [from, setFrom] = useState<LocalDate | null>(council?.from ?? today);
  const [to, setTo] = useState<LocalDate | null>(council ? council.to : plusNaturalDays(plusMonths(today, 36), -1));
  const [members, setMembers] = useState<readonly Member[]>(() =>
    (council?.members ?? []).map(({ personId, person, category, from: since, to: until }) => ({
      personId, name: person?.name ?? w.unknown, category, from: since === council?.from ? null : since, to: until, hasDates: since !== council?.from || until !== null,
    })),
  );
  const { verb, send } = useVerb(setCouncilDocument, ["name", "convenerId", "from", "to", "members"], onSaved);
  const change = (member: Member, next: Partial<Member>) => setMembers(members.map((one) => (one === member ? { ...one, ...next } : one)));
  const submit = () =>
    send(
      {
        ...(council ? { id: council.id, expectedVersion: council.version } : {}),
        areaCode: area.code, name, convenerId: convener ?? "", from: from ?? "", to,
        members: members.map(({ personId, category, from: since, to: until }) => ({ personId, category, from: since ?? from, to: until })),
      },
      { name: missing(w.fill(w.name), name), convenerId: missing(w.choose(w.convener), convener), from: missing(w.fill(w.from), from) },
    );
  const wrong = verb.errorOf("members");
  const title = council ? w.editTitle(council.name) : w.setUpTitle(area.name);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle submitLabel={w.save} isFootAtEnd verb={verb} onSubmit={() => void submit()} onCancel={onClose}>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label={w.name} description={w.nameNote} value={name} onChange={setName} error={verb.errorOf("name")} isRequired />
          <ConvenerField area={area.code} council={council} value={convener} onChange={setConvener} error={verb.errorOf("convenerId")} />
          <DateField label={w.from} value={from} onChange={setFrom} error={verb.errorOf("from")} isRequired />
          <DateField label={w.to} description={w.toNote} value={to} onChange={setTo} error={verb.errorOf("to")} />
        </div>
        <p className="text-ink-soft">{w.limits(least, most)}</p>
        {members.length > 0 && (
          <ul aria-label={w.members} className="flex flex-col divide-y divide-line rounded-one border border-line">
            {members.map((member) => (
              <li key={`${member.personId} ${member.from ?? ""}`} className="flex flex-wrap items-center gap-2 px-2 py-1">
                <span className="min-w-20 flex-1 truncate font-medium">{member.name}</span>
                <Select
                  label={w.category(member.name)}
                  hideLabel
                  className="w-40"
                  items={councilCategories.map((one) => ({ id: one, label: names.councilCategory[one] }))}
                  value={member.category}
                  onChange={(category) => change(member, { category: category as CouncilCategory })}
                />
                <IconButton icon="calendar" label={w.dates(member.name)} aria-expanded={member.hasDates} onPress={() => change(member, { hasDates: !member.hasDates })} />
                <IconButton icon="close" label={w.remove(member.name)} onPress={() => setMembers(members.filter((one) => one !== member))} />
                {member.hasDates && (
                  <div className="grid w-full gap-2 pb-1 sm:grid-cols-2">
                    <DateField label={w.memberFrom(member.name)} value={member.from ?? from} onChange={(since) => change(member, { from: since })} />
                    <DateField label={w.memberTo(member.name)} description={w.wholeTerm} value={member.to} onChange={(until) => change(member, { to: until })} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
        {members.length < most && (
          <KnownPersonPicker
            // Drawn anew for the next one.
            key={members.length}
            label={w.addMember}
            description={w.addNote}
            area={area.code}
            withResidents
            without={members.map(({ personId }) => personId)}
            value={null}
            onChange={(personId, label) => personId !== null && setMembers([...members, { personId, name: label, category: "WARM_HEARTED_RESIDENT", from: null, to: null, hasDates: false }])}
          />
        )}
        {wrong && <Notice tone="bad">{wrong}</Notice>}
      </VerbForm>
    </Dialog>
  );
}

interface ConvenerFieldProps {
  area: string;
  council: CouncilShownFragment | null;
  value: string | null;
  onChange: (personId: string | null) => void;
  error: string | undefined;
}

/** The convener there is, with a way to name another. */
function ConvenerField({ area, council, value, onChange, error }: ConvenerFieldProps) {
  const w = useWords(councilWords);
  const now = council?.convener;
  if (now && value === now.id) {
    return (
      <div className="flex flex-col gap-1">
        <span className="text-small text-ink-soft">{w.convener}</span>
        <span className="flex min-h-control items-center gap-2">
          <span className="font-medium">{now.name}</span>
          <IconButton icon="edit" label={w.changeConvener} onPress={() => onChange(null)} />
        </span>
      </div>
    );
  }
  return <KnownPersonPicker label={w.convener} area={area} value={value} onChange={onChange} error={error} isRequired />;
}
