import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { ChangeSubject, WebhookShownFragment } from "../graphql/graphql.ts";
import { GridButton } from "../grids/GridButton.tsx";
import { type Problems, useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { MultiSelect } from "../ui/MultiSelect.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { SecretOnce } from "./SecretOnce.tsx";
import { amendWebhookDocument, createWebhookDocument } from "./webhook-documents.ts";

export interface WebhookDialogProps {
  /** The webhook that is amended; null to make one. */
  webhook: WebhookShownFragment | null;
  /** The keys it may belong to. */
  keys: readonly NonNullable<WebhookShownFragment["key"]>[];
  onSaved: () => void;
  onClose: () => void;
}

const fields = ["keyId", "name", "url", "areas", "subjects", "types", "source"];
/** The dictionary has a word for each subject of the contract, and for nothing else. */
const allSubjects = Object.keys(integrationsWords.zh.subjectOf) as ChangeSubject[];
const typesIn = (text: string) => text.split(/[,，、\s]+/).filter(Boolean);

/** Where to send what: to make a webhook, or to amend one. A new one ends in its signing secret, shown once. */
export function WebhookDialog({ webhook, keys, onSaved, onClose }: WebhookDialogProps) {
  const w = useWords(integrationsWords);
  const [keyId, setKey] = useState(webhook?.key?.id ?? (keys.length === 1 ? (keys[0]?.id ?? null) : null));
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [areas, setAreas] = useState<readonly string[]>(webhook?.areas ?? []);
  const [subjects, setSubjects] = useState<readonly string[]>(webhook?.subjects ?? []);
  const [types, setTypes] = useState((webhook?.types ?? []).join(w.listJoin));
  const [source, setSource] = useState(webhook?.source ?? "");
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const creating = useVerb(createWebhookDocument, fields, ({ secret }) => {
    setMade({ secret: secret ?? null });
    onSaved();
  });
  const amending = useVerb(amendWebhookDocument, fields, () => {
    onSaved();
    onClose();
  });
  const { verb } = webhook ? amending : creating;
  const key = keys.find(({ id }) => id === keyId);
  const submit = () => {
    const problems: Problems = { keyId: missing(w.choose(w.key), keyId), name: missing(w.fill(w.name), name), url: missing(w.fill(w.url), url) };
    const described = { name: name.trim(), url: url.trim(), areas: [...areas], subjects: allSubjects.filter((one) => subjects.includes(one)), types: typesIn(types), source: source.trim() || null };
    if (webhook) void amending.send({ id: webhook.id, expectedVersion: webhook.version, webhook: described }, problems);
    else void creating.send({ keyId: keyId ?? "", webhook: described }, problems);
  };
  if (made) return <SecretOnce title={w.signingTitle(name.trim())} label={w.signing} note={w.signingNote} secret={made.secret} onClose={onClose} />;
  const title = webhook ? w.amendOf(webhook.name) : w.newWebhook;
  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <VerbForm title={title} hideTitle submitLabel={webhook ? w.amend : w.newWebhook} isFootAtEnd verb={verb} onSubmit={submit} onCancel={onClose}>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <TextField label={w.name} description={w.nameNote} value={name} onChange={setName} error={verb.errorOf("name")} isRequired autoComplete="off" maxLength={60} />
          {webhook ? (
            <TextField label={w.key} description={w.keyFixed} value={webhook.key?.name ?? w.unknownKey} isReadOnly />
          ) : (
            <Select
              label={w.key}
              description={w.keyNote}
              items={keys.map((one) => ({ id: one.id, label: one.name, detail: one.areaName }))}
              value={keyId}
              onChange={(id) => {
                setKey(id);
                // Another key has another area: what was chosen may lie outside it.
                setAreas([]);
              }}
              error={verb.errorOf("keyId")}
              isRequired
            />
          )}
        </div>
        <TextField label={w.url} description={w.urlNote} type="url" placeholder="https://" value={url} onChange={setUrl} error={verb.errorOf("url")} isRequired autoComplete="off" spellCheck="false" />
        <fieldset className="flex min-w-0 flex-col gap-3 rounded-one border border-line p-3">
          <legend className="px-1 font-medium">{w.filters}</legend>
          {key && (
            <div className="flex min-w-0 flex-col items-start gap-1">
              <span className="font-medium">{w.areas}</span>
              <GridButton areas={areas.length > 0 ? areas : [key.areaCode]} chosen={areas.length > 0 ? areas : undefined} onChoose={(chosen) => setAreas(chosen ?? [])} own={[key.areaCode]} />
              <span className="text-small text-ink-soft">{w.areasNote}</span>
              {verb.errorOf("areas") && <span className="text-small text-bad">{verb.errorOf("areas")}</span>}
            </div>
          )}
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <MultiSelect
              label={w.subjects}
              placeholder={w.subjectsAll}
              items={allSubjects.map((id) => ({ id, label: w.subjectOf[id] }))}
              value={subjects}
              onChange={setSubjects}
              error={verb.errorOf("subjects")}
            />
            <TextField label={w.types} description={w.typesNote} value={types} onChange={setTypes} error={verb.errorOf("types")} autoComplete="off" spellCheck="false" />
          </div>
          <TextField label={w.source} description={w.sourceNote} value={source} onChange={setSource} error={verb.errorOf("source")} autoComplete="off" maxLength={40} className="sm:max-w-96" />
        </fieldset>
      </VerbForm>
    </Dialog>
  );
}
