import { useWords } from "../../words/useWords.tsx";
import {
  abandonProjectDocument,
  answerProjectObjectionDocument,
  carryOverProjectDocument,
  explainShortfallDocument,
  objectToProjectDocument,
  publiciseProjectDocument,
  returnProjectDocument,
  returnStrikeOffDocument,
  strikeOffProjectDocument,
} from "../project-verbs.ts";
import type { TaskFormProps } from "../project-task.ts";
import { words } from "../project-words.ts";
import { OneTextForm } from "./OneTextForm.tsx";

// Acts that ask for one text.

/** 退回方案. */
export function ReturnPlanForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={returnProjectDocument} field="reason" label={w.reason} note={w.returnNote} />;
}

/** 公示. */
export function PubliciseForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={publiciseProjectDocument} field="place" label={w.place} description={w.placeNote} rows={1} />;
}

/** 提出异议. */
export function ObjectForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={objectToProjectDocument} field="words" label={w.objectionWords} description={w.objectionWordsNote} rows={4} hasDay />;
}

/** 答复异议. */
export function AnswerForm(given: TaskFormProps) {
  const w = useWords(words);
  const objectionId = given.task.about ?? "";
  const objection = given.project.objections.find(({ id }) => id === objectionId);
  return (
    <OneTextForm given={given} document={answerProjectObjectionDocument} field="answer" label={w.answer} description={w.answerNote} rows={4} also={{ objectionId }} {...(objection?.words ? { note: `“${objection.words}”` } : {})} />
  );
}

/** 说明缺额. */
export function ExplainForm(given: TaskFormProps) {
  const w = useWords(words);
  const deliverable = given.project.deliverables.find(({ id }) => id === given.task.about);
  if (!deliverable) return null;
  return (
    <OneTextForm
      given={given}
      document={explainShortfallDocument}
      field="reason"
      label={w.whyShort}
      note={`${deliverable.name} · ${w.acceptedOf(deliverable.accepted, deliverable.planned)}`}
      initial={deliverable.shortReason ?? ""}
      also={{ deliverableId: deliverable.id }}
    />
  );
}

/** 跨年结转. */
export function CarryOverForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={carryOverProjectDocument} field="reason" label={w.reason} note={w.carryOverNote} />;
}

/** 销号. */
export function StrikeOffForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={strikeOffProjectDocument} field="evidence" label={w.strikeOffEvidence} description={w.evidenceNote} note={w.strikeOffNote} />;
}

/** 退回销号申请. */
export function ReturnStrikeOffForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={returnStrikeOffDocument} field="reason" label={w.reason} note={w.returnStrikeOffNote} />;
}

/** 终止项目. */
export function AbandonForm(given: TaskFormProps) {
  const w = useWords(words);
  return <OneTextForm given={given} document={abandonProjectDocument} field="reason" label={w.reason} note={w.abandonNote} isDangerous />;
}
