import { useRouter, useRouterState } from "@tanstack/react-router";
import { type JSX, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { type CombinedError, useQuery } from "urql";
import { OwnCategories } from "../categories/OwnCategories.tsx";
import { BenchMark } from "../frame/BenchMark.tsx";
import { frameRoute } from "../frame/root-route.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { useWords } from "../words/useWords.tsx";
import { noteSignedIn, onOtherTab } from "./other-tabs.ts";
import { onSessionEnded, onSessionRenewed, onSessionUnfinished, sessionEnded, sessionRenewed } from "./session-events.ts";
import { sessionWords } from "./session-words.ts";
import { type Viewer, ViewerContext, viewerQuery } from "./viewer.ts";

const StagePage = lazy(() => import("../account/StagePage.tsx"));
const SignInAgain = lazy(() => import("./SignInAgain.tsx"));

const codeOf = (error: CombinedError | undefined): unknown => error?.graphQLErrors[0]?.extensions["code"];

/**
 * Between the router and its pages: pages of the frame are drawn for somebody who is signed in, everybody else is sent
 * to the door first. A session that ends mid-work takes nothing away: a dialog asks for the password over the page. One
 * that has something else to do first (a second factor, a new password) does it on a page of its own.
 */
export function SessionGate({ children }: { children: ReactNode }): JSX.Element {
  const router = useRouter();
  const href = useRouterState({ select: ({ location }) => location.href });
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const isPublic = !router.getMatchedRoutes(pathname)[0].some(({ id }) => id === frameRoute.id);
  const [{ data, error, fetching }, ask] = useQuery({ query: viewerQuery, pause: isPublic });
  const [hasEnded, setEnded] = useState(false);
  const viewer = data?.viewer;
  const personId = viewer?.person.id;
  const stage = viewer?.stage;
  const mustSignIn = !isPublic && !fetching && (stage === "SECOND_FACTOR" || (!viewer && codeOf(error) === "UNAUTHENTICATED"));
  const [wasIn, setWasIn] = useState(false);
  if (stage === "FULL" && !wasIn) setWasIn(true);

  useEffect(() => {
    if (!mustSignIn) return;
    // Where the district's sign-on sends back whom it could not sign in.
    const isRefused = new URLSearchParams(href.split("?")[1]).get("single-sign-on") === "refused";
    const search = isRefused ? { because: "sign-on-refused" as const } : href === "/" ? {} : { from: href };
    void router.navigate({ to: "/sign-in", search, replace: true });
  }, [mustSignIn, href, router]);

  // The page's own code comes while the server is still asked who is there.
  useEffect(() => {
    const route = router.getMatchedRoutes(pathname)[2];
    if (!isPublic && !viewer && route) void router.loadRouteChunk(route);
  }, [isPublic, viewer, pathname, router]);

  // Before anybody was seen there is no session to end: that answer leads to the door.
  const isSeen = personId !== undefined;
  const isHeldUp = isSeen && stage !== "FULL";
  useEffect(() => (isSeen ? onSessionEnded(() => setEnded(true)) : undefined), [isSeen]);
  useEffect(
    () =>
      onSessionRenewed(() => {
        setEnded(false);
        // Done here or in another tab: what had to be done first.
        if (isHeldUp) ask({ requestPolicy: "network-only" });
      }),
    [isHeldUp, ask],
  );
  useEffect(() => onSessionUnfinished(() => ask({ requestPolicy: "network-only" })), [ask]);
  useEffect(() => noteSignedIn(personId), [personId]);
  useEffect(
    () =>
      onOtherTab((news) => {
        if (personId === undefined) return;
        // The cookie is now somebody else's: nothing of the page before may act under that name.
        if (news.kind === "in" && news.personId !== personId) location.reload();
        else if (news.kind === "in") sessionRenewed();
        else sessionEnded();
      }),
    [personId],
  );

  if (isPublic) return <>{children}</>;
  if (!viewer) return error && !mustSignIn ? <NotOpened error={error} isRetrying={fetching} onRetry={() => ask({ requestPolicy: "network-only" })} /> : <Opening />;
  const isIn = stage === "FULL";
  return (
    <ViewerContext value={viewer}>
      {isIn && <OwnCategories viewer={viewer} />}
      {/* What was being typed stays, out of sight, while the session is brought up to date. */}
      {wasIn && (
        <div className="contents" hidden={!isIn}>
          {children}
        </div>
      )}
      {(stage === "SET_UP_FACTOR" || stage === "CHANGE_PASSWORD") && (
        <Suspense fallback={<Opening />}>
          <StagePage stage={stage} />
        </Suspense>
      )}
      {hasEnded && <AskAgain viewer={viewer} onLater={() => setEnded(false)} />}
    </ViewerContext>
  );
}

function AskAgain(given: { viewer: Viewer; onLater: () => void }) {
  return (
    <Suspense>
      <SignInAgain {...given} />
    </Suspense>
  );
}

/** A moment, usually too short to be seen. */
function Opening() {
  const words = useWords(sessionWords);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3" aria-busy="true">
      <BenchMark className="size-12 animate-pulse-soft" />
      <h1 className="text-body font-normal text-ink-soft">{words.opening}</h1>
    </main>
  );
}

function NotOpened({ error, isRetrying, onRetry }: { error: CombinedError; isRetrying: boolean; onRetry: () => void }) {
  const words = useWords(sessionWords);
  const { frame } = useWords();
  const isOffline = error.networkError !== undefined;
  const requestId = error.graphQLErrors[0]?.extensions["requestId"];
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center">
      <h1 className="sr-only">{frame.product}</h1>
      <ErrorState
        title={isOffline ? words.noConnection : words.openFailed}
        onRetry={onRetry}
        isRetrying={isRetrying}
        requestId={typeof requestId === "string" ? requestId : undefined}
      >
        {isOffline ? words.noConnectionNote : words.openFailedNote}
      </ErrorState>
    </main>
  );
}
