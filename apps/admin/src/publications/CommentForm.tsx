import { commentKinds, namesIn, publicationLimits, type CommentKind } from "@bandeng/domain";
import { useRef, useState } from "react";
import { localeOf } from "../words/language.ts";
import { newIdempotencyKey } from "../client/idempotency.ts";
import { DoorBox } from "../session/DoorPage.tsx";
import { Button } from "../ui/Button.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { leaveComment } from "./public-board.ts";
import { publicationsWords } from "./publications-words.ts";

/** Something to say about what hangs there, without a name. The same words sent twice, after a lost answer, are kept once. */
export function CommentForm({ community, id }: { community: string; id: string }) {
  const w = useWords(publicationsWords);
  const { language } = useLanguage();
  const ticket = useRef(newIdempotencyKey());
  const [kind, setKind] = useState<CommentKind>("COMMENT");
  const [words, setWords] = useState("");
  const [state, setState] = useState<"open" | "sending" | "sent">("open");
  const [problem, setProblem] = useState<string | undefined>();
  const send = async (): Promise<void> => {
    if (words.trim() === "") return setProblem(w.fill(w.sayWords));
    if (words.length > publicationLimits.comment) return setProblem(w.tooLong(publicationLimits.comment));
    setProblem(undefined);
    setState("sending");
    const no = await leaveComment(community, id, { id: ticket.current, kind, words }, localeOf[language]);
    if (no !== null) {
      setProblem(no || w.publicFailed);
      return setState("open");
    }
    ticket.current = newIdempotencyKey();
    setWords("");
    setState("sent");
  };
  return (
    <div className="no-print">
      <DoorBox>
        <form
          aria-label={w.say}
          noValidate
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <h3 className="font-semibold">{w.say}</h3>
          <p className="text-ink-soft">{w.sayNote}</p>
          <RadioGroup label={w.sayKind} orientation="horizontal" choices={commentKinds.map((one) => ({ id: one, label: namesIn(language).commentKind[one] }))} value={kind} onChange={setKind} />
          <TextArea label={w.sayWords} value={words} onChange={setWords} error={problem} isRequired />
          <Button type="submit" variant="primary" isPending={state === "sending"}>
            {w.send}
          </Button>
          <p role="status">{state === "sent" && w.sent}</p>
        </form>
      </DoorBox>
    </div>
  );
}
