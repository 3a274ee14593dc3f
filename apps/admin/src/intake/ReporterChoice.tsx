import { useState } from "react";
import { useQuery } from "urql";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { useSettled } from "./buildings.ts";
import type { Problem, Reporter } from "./draft.ts";
import { FindList } from "./FindList.tsx";
import { residentsDocument, type Resident } from "./intake-documents.ts";
import { intakeWords } from "./intake-words.ts";

export interface ReporterChoiceProps {
  value: Reporter;
  onChange: (reporter: Reporter) => void;
  problem: Problem | undefined;
}

/** Who says so: nobody by name, somebody we know, or a new name. */
export function ReporterChoice({ value, onChange, problem }: ReporterChoiceProps) {
  const words = useWords(intakeWords);
  const change = (kind: Reporter["kind"]) => {
    if (kind === value.kind) return;
    onChange(kind === "new" ? { kind, name: "", phone: "" } : kind === "known" ? { kind, resident: null } : { kind });
  };
  const error = problem && words.problem[problem];
  return (
    <>
      <SegmentedControl
        label={words.reporter}
        value={value.kind}
        onChange={change}
        segments={[
          { id: "anonymous", label: words.anonymous },
          { id: "known", label: words.known },
          { id: "new", label: words.newPerson },
        ]}
        className="w-full"
      />
      {value.kind === "anonymous" && <p className="text-small text-ink-soft">{words.anonymousNote}</p>}
      {value.kind === "known" && <KnownResident value={value.resident} onChange={(resident) => onChange({ kind: "known", resident })} />}
      {value.kind === "new" && (
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={words.name}
            value={value.name}
            onChange={(name) => onChange({ ...value, name })}
            autoComplete="off"
            maxLength={40}
            isRequired
            error={problem === "nameMissing" ? error : undefined}
          />
          <TextField
            label={`${words.phone} (${words.optional})`}
            type="tel"
            inputMode="tel"
            value={value.phone}
            onChange={(phone) => onChange({ ...value, phone })}
            autoComplete="off"
            maxLength={20}
            error={problem === "phoneWrong" ? error : undefined}
          />
        </div>
      )}
    </>
  );
}

function KnownResident({ value, onChange }: { value: Resident | null; onChange: (resident: Resident | null) => void }) {
  const words = useWords(intakeWords);
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), 200);
  const [{ data, fetching, error }] = useQuery({ query: residentsDocument, variables: { text: asked, first: 8 }, pause: asked === "" });
  const found = asked !== "" && asked === text.trim() ? (data?.residents ?? []) : [];
  if (value) {
    return (
      <div className="flex items-center gap-2 rounded-one border border-accent bg-accent-soft py-1 ps-3 pe-1 text-accent-ink">
        <Icon name="user" />
        <p className="min-w-0 flex-1">
          <span className="font-medium">{value.name}</span>
          {value.address && <span className="ms-2 text-small">{value.address}</span>}
        </p>
        <Button variant="quiet" onPress={() => onChange(null)}>
          {words.change}
        </Button>
      </div>
    );
  }
  return (
    <FindList
      label={words.findResident}
      placeholder={words.findResident}
      text={text}
      onType={setText}
      found={found.map(({ id, name, address }) => ({ id, label: name, detail: address ?? null }))}
      isLoading={fetching || asked !== text.trim()}
      onChoose={(id) => {
        const resident = found.find((one) => one.id === id);
        if (resident) onChange(resident);
      }}
      empty={error?.networkError ? words.residentOffline : words.residentNotFound}
    />
  );
}
