import { type KeyboardEvent, useEffect, useRef } from "react";
import { useQuery } from "urql";
import { requestIdOf } from "../client/request-id.ts";
import { useActing } from "../cases/use-acting.ts";
import type { PersonShownFragment } from "../graphql/graphql.ts";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/Dialog.tsx";
import { Drawer } from "../ui/Drawer.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { AccountSection } from "./AccountSection.tsx";
import { LeaveSection } from "./LeaveSection.tsx";
import { personDocument } from "./people-documents.ts";
import { peopleWords } from "./people-words.ts";
import { blockedActs, standInsOf } from "./person-acts.ts";
import type { FormDone } from "./person-form.ts";
import { PersonForm, type PersonTask } from "./PersonForm.tsx";
import { RolesSection } from "./RolesSection.tsx";
import { useAsked } from "./use-asked.ts";
import { usePeople } from "./use-people.ts";

export interface PersonDrawerProps {
  personId: string;
  /** Of the list, sooner than the answer. */
  known: PersonShownFragment | undefined;
  onClose: () => void;
  /** Somebody's roles or account are others than before. */
  onChanged: () => void;
}

/** One person in full: all roles, leave, account, and what can be done about them. */
export default function PersonDrawer({ personId, known, onClose, onChanged }: PersonDrawerProps) {
  const w = useWords(peopleWords);
  const { ui } = useWords();
  const [{ data, error, fetching }, ask] = useQuery({ query: personDocument, variables: { id: personId }, requestPolicy: "cache-and-network" });
  const person = data?.personRecord?.id === personId ? data.personRecord : known;
  const acting = useActing<PersonTask>();
  const reload = () => ask({ requestPolicy: "network-only" });
  const isLink = acting.action?.act === "link";
  return (
    <Drawer isOpen onClose={() => acting.leave(onClose)} title={person?.name ?? (fetching ? ui.loading : w.notFound)} footer={person && <Footer person={person} acting={acting} onChanged={onChanged} onDone={reload} />}>
      {person ? (
        <Body person={person} acting={acting} />
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={reload} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : fetching ? (
        <Skeleton label={w.loading} lines={8} />
      ) : (
        <EmptyState title={w.notFound} icon="user">
          {w.notFoundNote}
        </EmptyState>
      )}
      <ConfirmDialog
        title={isLink ? w.linkLeaveTitle : w.discardTitle}
        isOpen={acting.leaving !== null}
        onClose={acting.stay}
        confirmLabel={isLink ? w.linkClose : w.discard}
        isDangerous={!isLink}
        onConfirm={acting.discard}
      >
        {isLink ? w.linkLeave : w.discardNote}
      </ConfirmDialog>
    </Drawer>
  );
}

type Acting = ReturnType<typeof useActing<PersonTask>>;

/** Who stands in is told by the people of the same areas. */
function useStandIns(person: PersonShownFragment, today: string) {
  const { people, hasMore, isReading, reload } = usePeople({ areas: [...new Set(person.roles.map(({ areaCode }) => areaCode))].toSorted(), text: undefined });
  return { standIns: { known: standInsOf(person, people ?? [], today), isComplete: people !== null && !hasMore, isReading: people === null && isReading }, reload };
}

function Body({ person, acting }: { person: PersonShownFragment; acting: Acting }) {
  const w = useWords(peopleWords);
  const asked = useAsked();
  const { standIns, reload } = useStandIns(person, asked.today);
  const blocked = blockedActs(person, standIns, asked, w);
  const isIdle = acting.action === null;
  const wasIdle = useRef(isIdle);
  useEffect(() => {
    if (isIdle && !wasIdle.current) reload();
    wasIdle.current = isIdle;
  }, [isIdle, reload]);
  return (
    <div className="flex flex-col gap-5">
      <RolesSection person={person} asked={asked} onEnd={(role) => acting.open({ act: "end", role })} />
      <LeaveSection standIns={standIns} blocked={blocked} onAct={(act) => acting.open(act === "endLeave" ? { act, standIns: standIns.known } : { act })} />
      <AccountSection person={person} blocked={blocked} onAct={(act) => acting.open({ act })} />
    </div>
  );
}

interface FooterProps {
  person: PersonShownFragment;
  acting: Acting;
  onChanged: () => void;
  onDone: () => void;
}

/** The form of the chosen act; without one the act that is done most. */
function Footer({ person, acting, onChanged, onDone }: FooterProps) {
  const w = useWords(peopleWords);
  const { language } = useLanguage();
  const asked = useAsked();
  const button = useRef<HTMLButtonElement>(null);
  const task = acting.action;
  const shownBefore = useRef(task);
  useEffect(() => {
    // The form took the focus away with it: the keyboard goes on where there is something to press.
    if (shownBefore.current && !task) button.current?.focus();
    shownBefore.current = task;
  }, [task]);
  const done = ({ title, link }: FormDone) => {
    announce(w.done(title));
    acting.end();
    if (link !== undefined) {
      acting.open({ act: "link", link });
      // A link that is shown is lost when it is left.
      if (link) acting.touch();
    }
    onDone();
    onChanged();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Escape leaves the form, not the person.
    event.preventDefault();
    event.stopPropagation();
    acting.leave(() => undefined);
  };
  if (!task) {
    const { grant } = blockedActs(person, { known: [], isComplete: false }, { ...asked, language }, w);
    return (
      <Button ref={button} variant="primary" icon="plus" disabledReason={grant} onPress={() => acting.open({ act: "grant" })}>
        {w.grant}
      </Button>
    );
  }
  return (
    // Keys typed in the form bubble up to here; the form itself is what is interactive.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="max-h-[70dvh] w-full min-w-0 overflow-auto px-1 pt-1 [--form-ground:var(--surface)]" onInput={acting.touch} onKeyDown={escape}>
      <PersonForm key={`${task.act} ${person.id}`} {...{ task, person, asked }} onDone={done} onCancel={() => acting.leave(() => undefined)} onEnd={acting.end} />
    </div>
  );
}
