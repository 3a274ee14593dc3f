import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useState } from "react";
import { missing } from "../../cases/actions/missing.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/useWords.tsx";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { TaskFrame } from "../TaskFrame.tsx";
import { type TaskAnswer, type Ticket, useProjectTask } from "../use-project-task.ts";

interface OneTextFormProps<Payload, Variables extends { input: Ticket }> {
  given: TaskFormProps;
  document: TypedDocumentNode<Record<string, Payload>, Variables>;
  /** The input's one text. */
  field: Exclude<keyof Variables["input"], keyof Ticket> & string;
  label: string;
  description?: string;
  note?: string;
  isDangerous?: boolean;
  rows?: number;
  initial?: string;
  /** Whatever else goes along, chosen before the form was opened. */
  also?: Readonly<Record<string, string>>;
  /** Whether it may have happened on an earlier day. */
  hasDay?: boolean;
}

/** An act that asks for one text. */
export function OneTextForm<Payload extends TaskAnswer, Variables extends { input: Ticket }>({ given, document, field, label, description, note, isDangerous = false, rows = 3, initial = "", also, hasDay = false }: OneTextFormProps<Payload, Variables>) {
  const w = useWords(words);
  const { task, project, onDone, onClose } = given;
  const { verb, send, day } = useProjectTask(document, project, [field, "at"], onDone);
  const [text, setText] = useState(initial);
  // TypeScript cannot see that the one text and what goes along are the input.
  const submit = () => send({ [field]: text, ...also } as unknown as Parameters<typeof send>[0], { [field]: missing(w.fill(label), text) });
  return (
    <TaskFrame {...{ task, onClose, verb, isDangerous }} {...(note === undefined ? {} : { note })} {...(hasDay ? { day } : {})} onSubmit={submit}>
      <TextArea label={label} {...(description === undefined ? {} : { description })} rows={rows} value={text} onChange={setText} error={verb.errorOf(field)} isRequired autoFocus />
    </TaskFrame>
  );
}
