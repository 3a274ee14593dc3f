import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useBench } from "./room-context.ts";
import type { RoomProblem } from "./use-room.ts";

export interface AddLineProps {
  /** What is written: the name of the field. */
  label: string;
  button: string;
  reason: string | undefined;
  /** Null when it was stored: the line is then empty for the next one. */
  onAdd: (words: string) => Promise<RoomProblem | null>;
  children?: ReactNode;
}

/** One line to write something down, sent with Enter. What was typed stays when it could not be stored. */
export function AddLine({ label, button, reason, onAdd, children }: AddLineProps) {
  const { room } = useBench();
  const [words, setWords] = useState("");
  const add = async () => {
    if (reason !== undefined || words.trim() === "") return;
    const sent = words;
    setWords("");
    if (await onAdd(sent)) setWords((now) => (now === "" ? sent : now));
  };
  // Of a meeting that is over nothing is written any more: what stands there is the record.
  if (room.status === "HELD" || room.status === "CANCELLED") return null;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {children}
      <div className="flex items-end gap-2">
        <TextField label={label} hideLabel placeholder={label} value={words} onChange={setWords} className="flex-1" />
        <Button type="submit" icon="plus" disabledReason={reason}>
          {button}
        </Button>
      </div>
    </form>
  );
}
