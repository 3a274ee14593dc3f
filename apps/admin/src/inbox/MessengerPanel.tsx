import { useState } from "react";
import { useQuery } from "urql";
import { CopyButton } from "../account/CopyButton.tsx";
import { Notice } from "../cases/actions/Notice.tsx";
import { requestIdOf } from "../client/request-id.ts";
import { useVerb } from "../people/use-verb.ts";
import { areasOfRight, useViewer } from "../session/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { Deliveries } from "./Deliveries.tsx";
import { inboxWords } from "./inbox-words.ts";
import { messengerDocument, removeMessengerDocument, setMessengerDocument, testMessengerDocument, type MessengerShown } from "./messenger-documents.ts";

/** 外部消息: where a community's messages go; for its secretary and deputy, said to everybody else. */
export function MessengerPanel() {
  const w = useWords(inboxWords);
  const viewer = useViewer();
  const communities = areasOfRight(viewer, "CONFIGURE_COMMUNITY").filter((code) => code.length === 12);
  const [chosen, setChosen] = useState<string | null>(null);
  const community = chosen ?? communities[0];
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <p className="text-ink-soft">{w.messengerNote}</p>
      {community === undefined ? (
        <EmptyState icon="lock" title={w.notAllowed}>
          {w.notAllowedNote}
        </EmptyState>
      ) : (
        <>
          {communities.length > 1 && (
            <Select
              label={w.community}
              value={community}
              onChange={setChosen}
              items={communities.map((code) => ({ id: code, label: viewer.roles.find(({ areaCode }) => areaCode === code)?.areaName ?? code }))}
              className="w-60"
            />
          )}
          <Messenger key={community} communityCode={community} />
        </>
      )}
    </div>
  );
}

function Messenger({ communityCode }: { communityCode: string }) {
  const w = useWords(inboxWords);
  const [{ data, error, fetching }, ask] = useQuery({ query: messengerDocument, variables: { communityCode }, requestPolicy: "network-only" });
  const again = () => ask({ requestPolicy: "network-only" });
  if (error && !data) return <ErrorState onRetry={again} isRetrying={fetching} requestId={requestIdOf(error)} />;
  if (!data) return <Skeleton label={w.loading} lines={5} />;
  return <MessengerForm communityCode={communityCode} messenger={data.messenger ?? null} onChanged={again} isAsking={fetching} />;
}

interface MessengerFormProps {
  communityCode: string;
  messenger: MessengerShown | null;
  onChanged: () => void;
  isAsking: boolean;
}

function MessengerForm({ communityCode, messenger, onChanged, isAsking }: MessengerFormProps) {
  const w = useWords(inboxWords);
  const format = useFormat();
  const [url, setUrl] = useState(messenger?.url ?? "");
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState<"renew" | "remove" | null>(null);
  const done = (title: string) => {
    showToast({ tone: "good", title });
    onChanged();
  };
  const set = useVerb(setMessengerDocument, ["url"], ({ secret: made }) => {
    if (made != null) setSecret(made);
    done(w.setDone);
  });
  const test = useVerb(testMessengerDocument, [], () => done(w.testDone));
  const remove = useVerb(removeMessengerDocument, [], () => {
    setSecret(null);
    setUrl("");
    done(w.removeDone);
  });
  const save = () => set.send({ communityCode, url: url.trim(), newSecret: false }, { url: url.trim() === "" ? w.urlMissing : undefined });
  const refused = [set.verb, test.verb, remove.verb].find(({ refusal, failure }) => refusal !== null || failure !== null);
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex flex-wrap items-start gap-2"
      >
        <TextField label={w.url} description={w.urlNote} type="url" value={url} onChange={setUrl} error={set.verb.errorOf("url")} placeholder="https://" className="min-w-60 flex-1" />
        <span className="pt-6">
          <Button type="submit" variant="primary" isPending={set.verb.isPending}>
            {w.set}
          </Button>
        </span>
      </form>
      {refused && (
        <Notice tone="bad" requestId={refused.failure?.requestId}>
          {refused.refusal?.message ?? refused.failure?.message}
        </Notice>
      )}
      {secret !== null && (
        <Notice tone="warn" title={w.secret}>
          <p>{w.secretNote}</p>
          <p className="my-2 font-mono break-all">{secret}</p>
          <CopyButton text={secret} />
        </Notice>
      )}
      {messenger?.earlierUntil != null && <p className="text-ink-soft">{w.earlier(format.dateTime(messenger.earlierUntil))}</p>}
      {messenger && (
        <>
          <div className="flex flex-wrap gap-2">
            <Button isPending={test.verb.isPending} onPress={() => void test.send({ communityCode })}>
              {w.test}
            </Button>
            <Button onPress={() => setAsking("renew")}>{w.newSecret}</Button>
            <Button variant="danger" onPress={() => setAsking("remove")}>
              {w.remove}
            </Button>
          </div>
          <Deliveries deliveries={messenger.deliveries} onReload={onChanged} isReloading={isAsking} />
        </>
      )}
      <ConfirmDialog title={w.newSecret} isOpen={asking === "renew"} onClose={() => setAsking(null)} confirmLabel={w.newSecret} onConfirm={() => set.send({ communityCode, url: messenger?.url ?? "", newSecret: true })}>
        {w.newSecretNote}
      </ConfirmDialog>
      <ConfirmDialog title={w.remove} isOpen={asking === "remove"} onClose={() => setAsking(null)} confirmLabel={w.remove} isDangerous onConfirm={() => remove.send({ communityCode })}>
        {w.removeNote}
      </ConfirmDialog>
    </>
  );
}
