import { phraseOf, refuse } from "@bandeng/domain";
import { useState } from "react";
import { Notice } from "../cases/actions/Notice.tsx";
import type { WebhookShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { integrationsWords } from "./integrations-words.ts";
import { pauseWebhookDocument, removeWebhookDocument, resumeWebhookDocument, testWebhookDocument } from "./webhook-documents.ts";
import { RotateWebhookDialog } from "./RotateWebhookDialog.tsx";
import { WebhookDialog } from "./WebhookDialog.tsx";

export interface WebhookActsProps {
  webhook: WebhookShownFragment;
  onChanged: () => void;
  onRemoved: () => void;
}

/** What can be done with a webhook: tried out, paused, amended, its secret changed, removed. */
export function WebhookActs({ webhook, onChanged, onRemoved }: WebhookActsProps) {
  const w = useWords(integrationsWords);
  const { language } = useLanguage();
  const [doing, setDoing] = useState<"amend" | "rotate" | "remove" | null>(null);
  const { id, version, name, state, pausedAt } = webhook;
  const told = (title: string, then: () => void) => () => {
    showToast({ tone: "good", title });
    then();
  };
  const test = useVerb(testWebhookDocument, [], told(w.tested, onChanged));
  const pause = useVerb(pauseWebhookDocument, [], told(w.paused, onChanged));
  const resume = useVerb(resumeWebhookDocument, [], told(w.resumed, onChanged));
  const remove = useVerb(removeWebhookDocument, [], told(w.removed, onRemoved));
  const refused = [test.verb, pause.verb, resume.verb, remove.verb].find(({ refusal, failure }) => refusal !== null || failure !== null);
  const given = { id, expectedVersion: version };
  const isPaused = pausedAt != null || state === "PAUSED";
  const ended = state === "KEY_ENDED" ? phraseOf(refuse("KEY_ENDED", {}), language) : undefined;
  const close = () => setDoing(null);
  const saved = () => {
    announce(w.saved);
    onChanged();
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1">
        <Button size="small" icon="play" aria-label={w.testOf(name)} isPending={test.verb.isPending} disabledReason={ended} onPress={() => void test.send(given)}>
          {w.test}
        </Button>
        <Button size="small" icon="edit" aria-label={w.amendOf(name)} onPress={() => setDoing("amend")}>
          {w.amend}
        </Button>
        {isPaused ? (
          <Button size="small" icon="play" aria-label={w.resumeOf(name)} isPending={resume.verb.isPending} disabledReason={ended} onPress={() => void resume.send(given)}>
            {w.resume}
          </Button>
        ) : (
          <Button size="small" icon="pause" aria-label={w.pauseOf(name)} isPending={pause.verb.isPending} disabledReason={ended} onPress={() => void pause.send(given)}>
            {w.pause}
          </Button>
        )}
        <Button size="small" icon="refresh" aria-label={w.rotateSecretOf(name)} disabledReason={ended} onPress={() => setDoing("rotate")}>
          {w.rotateSecret}
        </Button>
        <Button size="small" icon="bin" aria-label={w.removeOf(name)} onPress={() => setDoing("remove")}>
          {w.remove}
        </Button>
      </div>
      {refused && (
        <Notice tone="bad" requestId={refused.failure?.requestId}>
          {refused.refusal?.message ?? refused.failure?.message}
        </Notice>
      )}
      {doing === "amend" && <WebhookDialog webhook={webhook} keys={webhook.key ? [webhook.key] : []} onSaved={saved} onClose={close} />}
      {doing === "rotate" && <RotateWebhookDialog webhook={webhook} onSaved={saved} onClose={close} />}
      <ConfirmDialog title={w.removeOf(name)} isOpen={doing === "remove"} onClose={close} confirmLabel={w.remove} isDangerous onConfirm={() => remove.send(given)}>
        {w.removeNote}
      </ConfirmDialog>
    </div>
  );
}
