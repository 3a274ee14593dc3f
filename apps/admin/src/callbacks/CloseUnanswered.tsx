import { useState } from "react";
import { useAct } from "../cases/actions/use-act.ts";
import type { CaseCardFragment } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { ActMessages } from "./ActMessages.tsx";
import { closeUnansweredDocument } from "./callback-documents.ts";
import { callbackWords } from "./callback-words.ts";

/** 结案 without the missing answers: the button says why not as long as it is too early, or somebody else's. */
export function CloseUnanswered({ card, silent, whyNot, onDone }: { card: CaseCardFragment; silent: number; whyNot: string | null; onDone: () => void }) {
  const w = useWords(callbackWords);
  const { ui } = useWords();
  const [isSure, setSure] = useState(false);
  const done = () => {
    showToast({ tone: "good", title: w.isClosed });
    onDone();
  };
  const { act, send } = useAct(closeUnansweredDocument, "close", { card, onDone: done, onCancel: () => setSure(false) });
  return (
    <div className="flex flex-col gap-2">
      {isSure && <p>{w.closeNote(silent)}</p>}
      <ActMessages act={act} />
      <div className="flex flex-wrap justify-end gap-2">
        {isSure && <Button onPress={() => setSure(false)}>{ui.cancel}</Button>}
        <Button variant={isSure ? "primary" : "plain"} isPending={act.isPending} disabledReason={whyNot ?? undefined} onPress={() => (isSure ? void send({}) : setSure(true))}>
          {isSure ? w.closeSure : silent === 0 ? w.closeAll : w.close}
        </Button>
      </div>
      {whyNot && <p className="text-end text-small text-ink-soft">{whyNot}</p>}
    </div>
  );
}
