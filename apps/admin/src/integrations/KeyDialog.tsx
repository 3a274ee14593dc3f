import { keyBudget, keyNameLimit, type LocalDate } from "@bandeng/domain";
import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { ApiKeyShownFragment } from "../graphql/graphql.ts";
import { AreaField, chosenArea } from "../people/AreaField.tsx";
import { useAsked } from "../people/use-asked.ts";
import { type Problems, useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { lastDayOf, termsFrom } from "./expiry.ts";
import { ExpiryField } from "./ExpiryField.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { amendApiKeyDocument, createApiKeyDocument } from "./key-documents.ts";
import { KeySecret } from "./KeySecret.tsx";

export interface KeyDialogProps {
  /** The key that is amended; null to make one. */
  apiKey: ApiKeyShownFragment | null;
  /** Where one may be made. */
  areas: readonly string[];
  onSaved: () => void;
  onClose: () => void;
}

const kinds = ["DISTRICT", "STREET", "COMMUNITY", "GRID"] as const;
const fields = ["name", "areaCode", "access", "personalData", "expiresOn", "costPerMinute"];
/** A fifth of what one person may ask in a minute. */
const usualBudget = 100_000;

/** What a key may and until when: to make one, or to amend what may change. A new one ends in its secret, shown once. */
export default function KeyDialog({ apiKey, areas, onSaved, onClose }: KeyDialogProps) {
  const w = useWords(integrationsWords);
  const { today } = useAsked();
  const [name, setName] = useState(apiKey?.name ?? "");
  const [at, setAt] = useState(areas[0] ?? "");
  const [access, setAccess] = useState<ApiKeyShownFragment["access"]>("READ");
  const [personalData, setPersonal] = useState(false);
  const [expiresOn, setExpires] = useState<LocalDate | null>(() => (apiKey ? lastDayOf(apiKey.expiresAt) : termsFrom(today)["90"]));
  const [costPerMinute, setBudget] = useState(apiKey?.costPerMinute ?? usualBudget);
  const [made, setMade] = useState<{ token: string | null } | null>(null);
  const creating = useVerb(createApiKeyDocument, fields, ({ token }) => {
    setMade({ token: token ?? null });
    onSaved();
  });
  const amending = useVerb(amendApiKeyDocument, fields, onSaved);
  const { verb } = apiKey ? amending : creating;
  const areaCode = chosenArea(at, kinds);
  const submit = () => {
    const problems: Problems = { name: missing(w.fill(w.name), name), expiresOn: missing(w.choose(w.expiresOn), expiresOn), areaCode: apiKey ? undefined : missing(w.choose(w.area), areaCode) };
    const terms = { name: name.trim(), expiresOn: expiresOn ?? "", costPerMinute };
    if (apiKey) void amending.send({ id: apiKey.id, expectedVersion: apiKey.version, ...terms }, problems);
    else void creating.send({ ...terms, areaCode: areaCode ?? "", access, personalData }, problems);
  };
  if (made) return <KeySecret name={name.trim()} areaCode={areaCode ?? ""} token={made.token} onClose={onClose} />;
  const title = apiKey ? w.amendOf(apiKey.name) : w.newKey;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle submitLabel={apiKey ? w.amend : w.newKey} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        <TextField label={w.name} description={w.nameNote} value={name} onChange={setName} error={verb.errorOf("name")} isRequired autoComplete="off" maxLength={keyNameLimit} />
        {!apiKey && (
          <>
            <AreaField roots={areas} kinds={kinds} at={at} onChange={setAt} error={verb.errorOf("areaCode")} />
            <RadioGroup
              label={w.access}
              value={access}
              onChange={setAccess}
              error={verb.errorOf("access")}
              choices={(["READ", "WRITE"] as const).map((id) => ({ id, label: w.accessOf[id], description: w.accessNote[id] }))}
            />
            <CheckBox isSelected={personalData} onChange={setPersonal} description={w.personalNote}>
              {w.personal}
            </CheckBox>
          </>
        )}
        <ExpiryField value={expiresOn} onChange={setExpires} today={today} error={verb.errorOf("expiresOn")} />
        <NumberField
          label={w.budget}
          description={w.budgetNote}
          value={costPerMinute}
          onChange={(next) => setBudget(Number.isNaN(next) ? usualBudget : next)}
          minValue={keyBudget.least}
          maxValue={keyBudget.most}
          step={100}
          error={verb.errorOf("costPerMinute")}
          className="max-w-80"
        />
      </VerbForm>
    </Dialog>
  );
}
