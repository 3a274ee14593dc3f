import { useState } from "react";
import { sessionUnfinished } from "../session/session-events.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { removeFactor } from "./account-request.ts";
import { accountWords } from "./account-words.ts";
import { Part } from "./Part.tsx";
import { PasswordCheck } from "./PasswordCheck.tsx";
import { SetUpFactor } from "./SetUpFactor.tsx";
import type { OwnSessions } from "./use-own-sessions.ts";

/**
 * The second step of signing in. Whether there is one is read from how this session was opened: with a second factor set
 * up, no session that was opened without it comes this far.
 */
export function FactorPart({ sessions }: { sessions: OwnSessions }) {
  const w = useWords(accountWords);
  const [doing, setDoing] = useState<"setUp" | "remove" | null>(null);
  const strength = sessions.list?.find(({ current }) => current)?.strength;
  const isOn = strength === "FACTOR";
  const done = (said: string) => {
    setDoing(null);
    showToast({ tone: "good", title: said });
    sessions.reload();
  };
  const removed = () => {
    done(w.factorRemoved);
    // Whoever must have one cannot go on without.
    sessionUnfinished();
  };
  const content = () => {
    if (doing === "setUp") return <SetUpFactor heading="h3" onDone={() => done(w.factorIsOn)} onCancel={() => setDoing(null)} />;
    if (doing === "remove") {
      return (
        <PasswordCheck label={w.removeFactor} ask={removeFactor} onDone={removed} onCancel={() => setDoing(null)}>
          <p>{w.removeNote}</p>
          <p>{w.passwordAgain}</p>
        </PasswordCheck>
      );
    }
    if (strength === undefined) return null;
    if (strength === "SSO") return <p className="text-ink-soft">{w.factorBySignOn}</p>;
    return (
      <>
        <p className="mb-3 text-ink-soft">{isOn ? w.factorOnNote : w.factorNote}</p>
        <Button onPress={() => setDoing(isOn ? "remove" : "setUp")}>{isOn ? w.removeFactor : w.setUpFactor}</Button>
      </>
    );
  };
  const isKnown = strength !== undefined && strength !== "SSO";
  return (
    <Part title={w.factor} aside={isKnown && <Chip {...(isOn ? { tone: "good", icon: "check" } : {})}>{isOn ? w.factorOn : w.factorOff}</Chip>}>
      {content()}
    </Part>
  );
}
