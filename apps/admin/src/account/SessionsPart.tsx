import { useState } from "react";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { showToast } from "../ui/toasts.ts";
import { useNow } from "../words/use-now.ts";
import { useFormat, useWords } from "../words/useWords.tsx";
import { endOtherSessions, endSession, type OwnSession } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { deviceOf } from "./device.ts";
import { Part } from "./Part.tsx";
import type { OwnSessions } from "./use-own-sessions.ts";

/** Where one is signed in, and how to end it there. */
export function SessionsPart({ sessions }: { sessions: OwnSessions }) {
  const w = useWords(accountWords);
  const { ui } = useWords();
  const [isAsking, setAsking] = useState(false);
  const { list, refusal, reload } = sessions;
  const hasOthers = list?.some(({ current }) => !current) === true;
  const endOthers = async () => {
    const answer = await endOtherSessions();
    if (answer.kind === "done") showToast({ tone: "good", title: w.othersEnded(answer.body.ended) });
    else showToast({ tone: "bad", title: w.failed });
    reload();
  };
  return (
    <Part title={w.sessions}>
      <p className="mb-3 text-ink-soft">{w.sessionsNote}</p>
      {refusal && !list && <ErrorState title={w.sessionsFailed} onRetry={reload} requestId={refusal.kind === "failed" ? refusal.requestId : undefined} />}
      {!refusal && !list && <Skeleton label={ui.loading} lines={3} />}
      {list && (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {list.toSorted((a, b) => Number(b.current) - Number(a.current)).map((session) => (
            <SessionRow key={session.id} {...{ session }} onEnded={reload} />
          ))}
        </ul>
      )}
      {list && (
        <Button disabledReason={hasOthers ? undefined : w.noOthers} onPress={() => setAsking(true)}>
          {w.endOthers}
        </Button>
      )}
      <ConfirmDialog title={w.endOthersTitle} isOpen={isAsking} onClose={() => setAsking(false)} confirmLabel={w.endOthers} isDangerous onConfirm={endOthers}>
        {w.endOthersNote}
      </ConfirmDialog>
    </Part>
  );
}

function SessionRow({ session, onEnded }: { session: OwnSession; onEnded: () => void }) {
  const w = useWords(accountWords);
  const format = useFormat();
  const now = useNow();
  const [isEnding, setEnding] = useState(false);
  const { browser, system } = deviceOf(session.userAgent);
  const browserName = browser === "WeChat" ? w.wechat : browser;
  const device = browserName && system ? w.device(browserName, system) : (browserName ?? system ?? w.unknownDevice);
  const end = async () => {
    setEnding(true);
    const answer = await endSession(session.id);
    setEnding(false);
    // One that is gone already is gone, too.
    if (answer.kind === "done" || (answer.kind === "refused" && answer.code === "NOT_FOUND")) announce(w.sessionEnded(device));
    else showToast({ tone: "bad", title: w.failed });
    onEnded();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {session.current && (
            <Chip tone="good" icon="check">
              {w.here}
            </Chip>
          )}
          {session.strength !== "PASSWORD" && <Chip>{session.strength === "SSO" ? w.bySignOn : w.byFactor}</Chip>}
        </p>
        <p className="text-small text-ink-soft">
          {session.address || w.addressUnknown} · {w.started(format.dateTime(session.startedAt))}
        </p>
        <p className="text-small text-ink-soft">{w.lastSeen(format.ago(session.lastSeenAt, now))}</p>
      </div>
      {!session.current && (
        <Button size="small" isPending={isEnding} onPress={() => void end()} aria-label={w.endOf(device)}>
          {w.end}
        </Button>
      )}
    </li>
  );
}
