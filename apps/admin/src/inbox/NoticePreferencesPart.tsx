import { namesIn } from "@bandeng/domain";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Part } from "../account/Part.tsx";
import { requestIdOf } from "../client/request-id.ts";
import type { NoticePreferencesQuery, NoticeTopic } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { CheckBox } from "../ui/CheckBox.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showToast } from "../ui/toasts.ts";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { inboxTopics } from "./inbox-search.ts";
import { inboxWords } from "./inbox-words.ts";
import { preferencesDocument, setPreferencesDocument } from "./preferences-documents.ts";

type Preferences = NoticePreferencesQuery["noticePreferences"];

/** 消息提醒: when nothing goes outside, and what does. */
export function NoticePreferencesPart() {
  const w = useWords(inboxWords);
  const [{ data, error, fetching }, ask] = useQuery({ query: preferencesDocument, requestPolicy: "network-only" });
  return (
    <Part title={w.preferences}>
      <p className="mb-3 text-ink-soft">{w.preferencesNote}</p>
      {error && !data ? (
        <ErrorState onRetry={() => ask({ requestPolicy: "network-only" })} isRetrying={fetching} requestId={requestIdOf(error)} />
      ) : !data ? (
        <Skeleton label={w.loading} lines={4} />
      ) : (
        <PreferencesForm kept={data.noticePreferences} />
      )}
    </Part>
  );
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function PreferencesForm({ kept }: { kept: Preferences }) {
  const w = useWords(inboxWords);
  const { ui } = useWords();
  const { language } = useLanguage();
  const [{ fetching }, set] = useMutation(setPreferencesDocument);
  const [from, setFrom] = useState(kept.quietFrom);
  const [to, setTo] = useState(kept.quietTo);
  const [outside, setOutside] = useState<readonly NoticeTopic[]>(kept.outside);
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (!isTime(from) || !isTime(to)) return;
    const { error } = await set({ input: { quietFrom: from, quietTo: to, outside: [...outside] } });
    showToast(error ? { tone: "bad", title: ui.failed } : { tone: "good", title: w.saved });
  };
  const wrong = (time: string) => (isTried && !isTime(time) ? w.timeInvalid : undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      className="flex flex-col gap-3"
    >
      <fieldset>
        <legend className="font-semibold">{w.quiet}</legend>
        <p className="mb-2 text-small text-ink-soft">{w.quietNote}</p>
        <div className="flex flex-wrap gap-3">
          <TextField label={w.from} type="time" value={from} onChange={setFrom} error={wrong(from)} className="w-36" />
          <TextField label={w.to} type="time" value={to} onChange={setTo} error={wrong(to)} className="w-36" />
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{w.outside}</legend>
        <div className="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
          {inboxTopics.map((topic) => (
            <CheckBox key={topic} isSelected={outside.includes(topic)} onChange={(isOn) => setOutside(isOn ? [...outside, topic] : outside.filter((one) => one !== topic))}>
              {namesIn(language).noticeTopic[topic]}
            </CheckBox>
          ))}
        </div>
      </fieldset>
      <span>
        <Button type="submit" variant="primary" isPending={fetching}>
          {w.save}
        </Button>
      </span>
    </form>
  );
}
