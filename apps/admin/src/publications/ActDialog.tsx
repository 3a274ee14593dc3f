import { useState } from "react";
import { missing } from "../cases/actions/missing.ts";
import type { PublicationShownFragment } from "../graphql/graphql.ts";
import { useVerb } from "../people/use-verb.ts";
import { VerbForm } from "../people/VerbForm.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { answerCommentDocument, hideCommentDocument, publishPublicationDocument, showCommentDocument, takeDownPublicationDocument, takeUpObjectionDocument } from "./publication-documents.ts";
import type { PublicationAct } from "./publication-act.ts";
import { publicationsWords } from "./publications-words.ts";

export interface ActDialogProps {
  act: PublicationAct;
  publication: PublicationShownFragment;
  onDone: () => void;
  onClose: () => void;
}

/** One act on a publication or a comment: what it will do, a text where it wants one, and the refusal where there is one. */
export function ActDialog({ act, publication, onDone, onClose }: ActDialogProps) {
  const w = useWords(publicationsWords);
  const [text, setText] = useState("");
  const publishing = useVerb(publishPublicationDocument, [], onDone);
  const takingDown = useVerb(takeDownPublicationDocument, ["reason"], onDone);
  const showing = useVerb(showCommentDocument, [], onDone);
  const hiding = useVerb(hideCommentDocument, ["reason"], onDone);
  const answering = useVerb(answerCommentDocument, ["answer"], onDone);
  const takingUp = useVerb(takeUpObjectionDocument, [], onDone);
  const on = { id: publication.id, expectedVersion: publication.version };
  const commentId = "commentId" in act ? act.commentId : "";
  const said = publication.comments.find(({ id }) => id === commentId);
  const need = (label: string) => ({ [label === w.answer ? "answer" : "reason"]: missing(w.fill(label), text) });
  const forms = {
    amend: null,
    publish: { title: w.publishTitle(publication.title), label: w.publish, note: w.publishNote, field: null, verb: publishing.verb, send: () => publishing.send(on) },
    takeDown: { title: w.takeDownTitle(publication.title), label: w.takeDown, note: w.takeDownNote, field: "reason", verb: takingDown.verb, send: () => takingDown.send({ ...on, reason: text }, need(w.reason)) },
    show: { title: w.show, label: w.show, note: `${w.shownAs}${said?.shownWords ?? ""}`, field: null, verb: showing.verb, send: () => showing.send({ ...on, commentId }) },
    hide: { title: w.hideTitle, label: w.hide, note: w.hideNote, field: "reason", verb: hiding.verb, send: () => hiding.send({ ...on, commentId, reason: text }, need(w.reason)) },
    answer: { title: w.answerTitle, label: w.answer, note: w.answerNote, field: "answer", verb: answering.verb, send: () => answering.send({ ...on, commentId, answer: text }, need(w.answer)) },
    takeUp: { title: w.takeUp, label: w.takeUp, note: w.takeUpNote, field: null, verb: takingUp.verb, send: () => takingUp.send({ ...on, commentId }) },
  } as const;
  const form = forms[act.what];
  if (form === null) return null;
  return (
    <Dialog title={form.title} isOpen onClose={onClose}>
      <VerbForm title={form.title} hideTitle note={form.note} submitLabel={form.label} isDangerous={act.what === "takeDown"} verb={form.verb} onSubmit={() => void form.send()} onCancel={onClose}>
        {form.field !== null && <TextArea label={form.field === "answer" ? w.answer : w.reason} value={text} onChange={setText} error={form.verb.errorOf(form.field)} isRequired />}
      </VerbForm>
    </Dialog>
  );
}
