import { namesIn } from "@bandeng/domain";
import type { ReactNode } from "react";
import type { Verb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { DateField } from "../ui/DateField.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import type { TaskFormProps } from "./project-task.ts";
import { words } from "./project-words.ts";

interface TaskFrameProps extends Pick<TaskFormProps, "task" | "onClose"> {
  verb: Verb;
  note?: string;
  isDangerous?: boolean;
  /** When it took effect, for what is written down later; absent where only now makes sense. */
  day?: { value: string | null; onChange: (day: string | null) => void; max: string };
  onSubmit: () => void;
  children?: ReactNode;
}

/** Heading, errors, the day and the buttons that the forms of a project share. */
export function TaskFrame({ task, verb, note, isDangerous = false, day, onSubmit, onClose, children }: TaskFrameProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  return (
    <VerbForm title={namesIn(language).projectAction[task.action]} hideTitle note={note} isDangerous={isDangerous} isFootAtEnd verb={verb} onSubmit={onSubmit} onCancel={onClose}>
      {children}
      {day && <DateField label={w.when} description={w.whenNote} error={verb.errorOf("at")} {...day} />}
    </VerbForm>
  );
}
