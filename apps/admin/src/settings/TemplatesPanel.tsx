import { namesIn, templateKinds } from "@bandeng/domain";
import { useState } from "react";
import type { SettingsShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { setTemplatesDocument } from "./community-documents.ts";
import { communityWords } from "./community-words.ts";
import type { PanelProps } from "./CommunityTab.tsx";
import { SaveBar } from "./SaveBar.tsx";

type Text = Pick<SettingsShownFragment["templates"][number], "kind" | "name" | "body"> & {
  /** Null for one that is not stored yet. */
  id: string | null;
  key: string;
};

/** 模板: the texts that forms offer. */
export function TemplatesPanel({ settings, reason, onReload }: PanelProps) {
  const w = useWords(communityWords);
  const { language } = useLanguage();
  const names = namesIn(language);
  const stored: readonly Text[] = settings.templates.map((one) => ({ ...one, key: one.id }));
  const [texts, setTexts] = useState(stored);
  const { verb, send } = useVerb(setTemplatesDocument, [], () => showToast({ tone: "good", title: w.saved }));
  const given = (all: readonly Text[]) => all.map(({ id, kind, name, body }) => ({ id, kind, name, body }));
  const isChanged = JSON.stringify(given(texts)) !== JSON.stringify(given(stored));
  const change = (key: string, more: Partial<Text>) => setTexts((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  return (
    <>
      {templateKinds.map((kind) => {
        const of = texts.filter((one) => one.kind === kind);
        return (
          <section key={kind} aria-label={names.templateKind[kind]} className="flex flex-col gap-2">
            <h2 className="font-semibold">{names.templateKind[kind]}</h2>
            {of.length === 0 && <p className="text-ink-soft">{w.noTemplates}</p>}
            {of.map((one) => (
              <div key={one.key} className="flex flex-col gap-2 rounded-one border border-line bg-surface p-2">
                <div className="flex items-end gap-2">
                  <TextField label={w.templateName} value={one.name} onChange={(name) => change(one.key, { name })} maxLength={20} isReadOnly={reason !== undefined} className="min-w-0 flex-1" />
                  <IconButton icon="bin" label={w.removeTemplate(one.name || w.newTemplate)} onPress={() => setTexts((all) => all.filter(({ key }) => key !== one.key))} disabledReason={reason} />
                </div>
                <TextArea label={w.templateBody} value={one.body} onChange={(body) => change(one.key, { body })} maxLength={500} rows={2} isReadOnly={reason !== undefined} />
              </div>
            ))}
            <Button icon="plus" variant="quiet" onPress={() => setTexts((all) => [...all, { id: null, key: crypto.randomUUID(), kind, name: "", body: "" }])} disabledReason={reason} className="self-start">
              {w.addTemplate}
            </Button>
          </section>
        );
      })}
      <SaveBar
        {...{ verb, reason, onReload, isChanged }}
        onUndo={() => setTexts(stored)}
        onSave={() => void send({ id: settings.communityCode, expectedVersion: settings.version, templates: given(texts) })}
      />
    </>
  );
}
