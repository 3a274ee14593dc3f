import { namesIn, tieKinds, type ExpertSkill, type TieKind } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import { Notice } from "../cases/actions/Notice.tsx";
import { KnownPersonPicker } from "../councils/KnownPersonPicker.tsx";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { addExpertDocument, amendExpertDocument } from "./expert-documents.ts";
import { expertWords } from "./expert-words.ts";
import type { ListedExpert } from "./listed-expert.ts";
import { SkillChoice } from "./SkillChoice.tsx";

interface ExpertDialogProps {
  /** The community or district whose pool it is. */
  area: string;
  /** The entry that is changed; null to add one. */
  expert: ListedExpert | null;
  onSaved: () => void;
  onClose: () => void;
}

interface Tie {
  personId: string;
  name: string;
  kind: TieKind;
}

/** Adds an expert, by name or from the workers, or changes an entry: organisation, skills, availability, ties. */
export default function ExpertDialog({ area, expert, onSaved, onClose }: ExpertDialogProps) {
  const w = useWords(expertWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const [source, setSource] = useState<"NEW" | "KNOWN">("NEW");
  const [name, setName] = useState("");
  const [personId, setPersonId] = useState<string | null>(null);
  const [org, setOrg] = useState(expert?.org ?? "");
  const [skills, setSkills] = useState<ExpertSkill[]>(expert?.skills ?? []);
  const [isAvailable, setAvailable] = useState(expert?.available ?? true);
  const [ties, setTies] = useState<readonly Tie[]>(() => (expert?.ties ?? []).map((tie) => ({ personId: tie.personId, name: tie.person?.name ?? "–", kind: tie.kind })));
  const fields = ["name", "personId", "org", "skills", "areaCode", "ties"];
  const adding = useVerb(addExpertDocument, fields, onSaved);
  const amending = useVerb(amendExpertDocument, fields, onSaved);
  const { verb } = expert ? amending : adding;
  const submit = () => {
    const parts = { org, skills, available: isAvailable, ties: ties.map(({ personId: id, kind }) => ({ personId: id, kind })) };
    const problems = { org: missing(w.fill(w.org), org), skills: missing(w.choose(w.skills), skills) };
    if (expert) return void amending.send({ id: expert.id, expectedVersion: expert.version, ...parts }, problems);
    const who = source === "NEW" ? { name: name.trim() } : { personId };
    void adding.send({ areaCode: area, ...who, ...parts }, { ...problems, ...(source === "NEW" ? { name: missing(w.fill(w.name), name) } : { personId: missing(w.choose(w.person), personId) }) });
  };
  const title = expert ? w.editTitle(expert.name) : w.addTitle;
  const wrong = verb.errorOf("ties") ?? verb.errorOf("areaCode");
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle submitLabel={w.save} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        {!expert && (
          <>
            <SegmentedControl
              label={w.source}
              segments={[
                { id: "NEW", label: w.bySomebodyNew },
                { id: "KNOWN", label: w.bySomebodyKnown },
              ]}
              value={source}
              onChange={setSource}
            />
            {source === "NEW" ? (
              <TextField label={w.name} description={w.nameNote} value={name} onChange={setName} error={verb.errorOf("name")} isRequired autoComplete="off" maxLength={40} />
            ) : (
              <KnownPersonPicker label={w.person} area={area} value={personId} onChange={setPersonId} error={verb.errorOf("personId")} isRequired />
            )}
          </>
        )}
        <TextField label={w.org} value={org} onChange={setOrg} error={verb.errorOf("org")} isRequired maxLength={100} />
        <SkillChoice label={w.skills} value={skills} onChange={setSkills} error={verb.errorOf("skills")} isRequired />
        <CheckBox isSelected={isAvailable} onChange={setAvailable} description={w.availableNote}>
          {w.available}
        </CheckBox>
        <div className="flex flex-col gap-1">
          <p className="font-medium">{w.ties}</p>
          <p className="text-small text-ink-soft">{w.tiesNote}</p>
          {ties.length > 0 && (
            <ul aria-label={w.ties} className="flex flex-col divide-y divide-line rounded-one border border-line">
              {ties.map((tie) => (
                <li key={tie.personId} className="flex flex-wrap items-center gap-2 px-2 py-1">
                  <span className="min-w-20 flex-1 truncate font-medium">{tie.name}</span>
                  <Select
                    label={w.tieKind(tie.name)}
                    hideLabel
                    className="w-36"
                    items={tieKinds.map((kind) => ({ id: kind, label: names.tieKind[kind] }))}
                    value={tie.kind}
                    onChange={(kind) => setTies(ties.map((one) => (one === tie ? { ...one, kind: kind as TieKind } : one)))}
                  />
                  <IconButton icon="close" label={w.removeTie(tie.name)} onPress={() => setTies(ties.filter((one) => one !== tie))} />
                </li>
              ))}
            </ul>
          )}
          <KnownPersonPicker
            // Drawn anew for the next one.
            key={ties.length}
            label={w.addTie}
            area={area}
            withResidents
            without={ties.map((tie) => tie.personId)}
            value={null}
            onChange={(id, label) => id !== null && setTies([...ties, { personId: id, name: label, kind: "KIN" }])}
          />
        </div>
        {wrong && <Notice tone="bad">{wrong}</Notice>}
      </VerbForm>
    </Dialog>
  );
}
