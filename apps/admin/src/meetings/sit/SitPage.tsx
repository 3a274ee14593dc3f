import { useRouterState } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { BenchMark } from "../../frame/BenchMark.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useFormat, useLanguage, useWords } from "../../words/useWords.tsx";
import { readSitting, sitDown, type SitProblem, type Sitting } from "./sit-request.ts";
import { sitWords } from "./sit-words.ts";

/** 扫码签到: large type, one's own door, done. No account, no name, nothing of what is talked over. */
export function SitPage() {
  const w = useWords(sitWords);
  const { frame } = useWords();
  const { language } = useLanguage();
  const code = useRouterState({ select: ({ location }) => location.hash });
  const [read, setRead] = useState<Sitting | SitProblem | null>(null);
  usePageTitle(w.title, frame.product);
  const load = useCallback(() => void readSitting(code, language).then(setRead), [code, language]);
  useEffect(load, [load]);
  return (
    <main data-size="large" className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-4 p-4 text-lead">
      <h1 className="flex items-center gap-2 text-title font-semibold">
        <BenchMark className="size-8" />
        {w.title}
      </h1>
      {read === null ? (
        <Skeleton label={w.loading} lines={5} />
      ) : "kind" in read ? (
        <Problem problem={read} onRetry={load} />
      ) : (
        <Doors code={code} sitting={read} />
      )}
    </main>
  );
}

function Problem({ problem, onRetry }: { problem: SitProblem; onRetry?: () => void }) {
  const w = useWords(sitWords);
  const { ui } = useWords();
  const said = problem.kind === "GONE" ? w.gone : problem.kind === "OFFLINE" ? w.offline : problem.message;
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-one bg-bad-soft p-3 text-bad">
      <p>{said}</p>
      {problem.kind === "OFFLINE" && onRetry && <Button onPress={onRetry}>{ui.retry}</Button>}
    </div>
  );
}

function Doors({ code, sitting }: { code: string; sitting: Sitting }) {
  const w = useWords(sitWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [state, setState] = useState<"choosing" | "sending" | "done">("choosing");
  const [problem, setProblem] = useState<SitProblem | null>(null);
  const nameOf = (door: Sitting["doors"][number]): string => (door.unitNo === null ? door.room : `${door.unitNo}-${door.room}`);
  const door = sitting.doors.find(({ id }) => id === chosen);
  const buildings = [...new Set(sitting.doors.map(({ building }) => building))];
  const send = async () => {
    if (!chosen) return;
    setState("sending");
    const refused = await sitDown(code, chosen, language);
    setProblem(refused);
    setState(refused ? "choosing" : "done");
  };
  if (state === "done" && door) {
    return (
      <div role="status" className="flex flex-col items-center gap-2 rounded-one bg-good-soft p-6 text-center text-good">
        <Icon name="done" className="size-12!" />
        <p className="text-title font-semibold">{w.done(`${door.building} ${nameOf(door)}`)}</p>
        <p>{w.thanks}</p>
      </div>
    );
  }
  return (
    <>
      <p>
        {sitting.place}
        <span className="block text-body text-ink-soft">
          {sitting.community}
          {sitting.openedAt && ` · ${format.dateTime(sitting.openedAt)}`}
        </span>
      </p>
      <p className="font-medium">{w.chooseDoor}</p>
      {buildings.map((building) => (
        <div key={building}>
          <p className="mb-1 text-body text-ink-soft">{building}</p>
          <ToggleButtonGroup
            aria-label={building}
            selectionMode="single"
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) => setChosen([...keys].map(String)[0] ?? null)}
            className="grid grid-cols-3 gap-2 sm:grid-cols-4"
          >
            {sitting.doors
              .filter((one) => one.building === building)
              .map((one) => (
                <ToggleButton
                  key={one.id}
                  id={one.id}
                  className="min-h-14 rounded-one border border-line-strong bg-surface px-1 font-semibold data-hovered:bg-hover data-selected:border-accent data-selected:bg-accent-soft data-selected:text-accent-ink"
                >
                  {nameOf(one)}
                </ToggleButton>
              ))}
          </ToggleButtonGroup>
        </div>
      ))}
      <div className="sticky bottom-0 mt-auto flex flex-col gap-2 bg-paper py-3">
        {problem && <Problem problem={problem} />}
        <Button variant="primary" wide className="min-h-14! text-lead!" isPending={state === "sending"} disabledReason={chosen === null ? w.chooseDoor : undefined} onPress={() => void send()}>
          {door ? w.signIn(nameOf(door)) : w.chooseFirst}
        </Button>
      </div>
    </>
  );
}
