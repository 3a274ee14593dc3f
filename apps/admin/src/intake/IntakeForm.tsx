import { type Ref, useImperativeHandle, useRef } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useWords } from "../words/useWords.tsx";
import { Details } from "./Details.tsx";
import { type Draft, type Part, type Problems, withKind } from "./draft.ts";
import { intakeWords } from "./intake-words.ts";
import { KindTiles } from "./KindTiles.tsx";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { ReporterChoice } from "./ReporterChoice.tsx";
import { Section } from "./Section.tsx";

export interface IntakeFormProps {
  handle: Ref<{ focus: (part: Part) => void }>;
  draft: Draft;
  problems: Problems;
  refusal: { part: Part | null; message: string } | null;
  isSending: boolean;
  onChange: (change: Partial<Draft>) => void;
  onSend: () => void;
  /** Absent while there is nothing to clear. */
  onClear: (() => void) | undefined;
}

/** From what everybody knows (what kind, where) to what has a usual answer; the button stays under the thumb. */
export function IntakeForm({ handle, draft, problems, refusal, isSending, onChange, onSend, onClear }: IntakeFormProps) {
  const words = useWords(intakeWords);
  const parts = { kind: useRef<HTMLElement>(null), place: useRef<HTMLElement>(null), reporter: useRef<HTMLElement>(null), voiced: useRef<HTMLElement>(null) };
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(handle, () => ({ focus: (part) => (part === "words" ? area.current : parts[part].current)?.focus() }));
  const errorOf = (part: Part) => {
    const problem = problems[part];
    return problem ? words.problem[problem] : refusal?.part === part ? refusal.message : undefined;
  };
  const reporterProblem = problems.reporter;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      className="flex flex-col gap-4"
    >
      <Section title={words.kind} error={errorOf("kind")} sectionRef={parts.kind}>
        <KindTiles value={draft.kind} onChange={(kind) => onChange(withKind(draft, kind))} />
      </Section>
      <Section title={words.place} error={errorOf("place")} sectionRef={parts.place}>
        <PlaceChoice value={draft.place} onChange={(place) => onChange({ place })} />
      </Section>
      <TextArea
        label={words.words}
        areaRef={area}
        value={draft.words}
        onChange={(typed) => onChange({ words: typed })}
        placeholder={words.wordsNote}
        className="[&_textarea]:min-h-20"
        error={errorOf("words")}
      />
      <div className={`rounded-one border px-3 py-1 ${draft.severity === "SAFETY" ? "border-bad bg-bad-soft" : "border-line bg-surface"}`}>
        <Switch
          label={words.safety}
          description={words.safetyNote}
          isSelected={draft.severity === "SAFETY"}
          onChange={(isDangerous) => onChange({ severity: isDangerous ? "SAFETY" : "NORMAL" })}
        />
      </div>
      <Section
        title={words.reporter}
        error={reporterProblem === "residentMissing" || !reporterProblem ? errorOf("reporter") : undefined}
        sectionRef={parts.reporter}
      >
        <ReporterChoice value={draft.reporter} onChange={(reporter) => onChange({ reporter })} problem={reporterProblem} />
      </Section>
      <section ref={parts.voiced} tabIndex={-1} aria-label={words.details} className="rounded-one">
        <Details {...{ draft, problems, onChange }} />
      </section>
      <div className="sticky bottom-0 z-10 -mx-3 flex flex-col gap-2 border-t border-line bg-paper px-3 py-2 sm:-mx-4 sm:px-4 lg:mx-0 lg:px-0">
        {refusal && refusal.part === null && (
          <p role="alert" className="flex items-start gap-2 text-bad">
            <Icon name="alert" size="small" className="mt-0.5" />
            {refusal.message}
          </p>
        )}
        <div className="flex gap-2">
          {onClear && <Button onPress={onClear}>{words.clear}</Button>}
          <Button type="submit" variant="primary" className="flex-1 lg:flex-none lg:px-8" isPending={isSending}>
            {words.send}
          </Button>
        </div>
      </div>
    </form>
  );
}
