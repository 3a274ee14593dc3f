import { createRootRoute, createRoute, type ErrorComponentProps, Outlet, useRouter } from "@tanstack/react-router";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Toasts } from "../ui/Toasts.tsx";
import { useWords } from "../words/useWords.tsx";
import { BenchMark } from "./BenchMark.tsx";
import { Frame } from "./Frame.tsx";
import { usePageTitle } from "./page-title.ts";

/** Above everything: pages without the frame (sign-in, the public page) hang here. */
export const rootRoute = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
});

/** The frame; pages of people who are signed in hang here. It takes no part in the address. */
export const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: "frame", component: Frame });

function NotFound() {
  const words = useWords();
  usePageTitle(words.frame.notFound, words.frame.product);
  return (
    // Outside the frame: an address that is no page may be asked for by somebody who is not signed in.
    <main className="mx-auto flex max-w-96 flex-col items-center gap-3 px-4 py-16 text-center">
      <BenchMark className="size-12" />
      <h1 className="text-title font-semibold">{words.frame.notFound}</h1>
      <p className="text-ink-soft">{words.frame.notFoundNote}</p>
      <Link to="/">{words.frame.backHome}</Link>
    </main>
  );
}

/** A page that threw: the frame stays, the page says so and can be tried again. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const router = useRouter();
  const requestId = error instanceof Error && "requestId" in error && typeof error.requestId === "string" ? error.requestId : undefined;
  return (
    <ErrorState
      title={words.frame.pageFailed}
      requestId={requestId}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    >
      {words.frame.pageFailedNote}
    </ErrorState>
  );
}

/** While a page is fetched. */
export function PagePending() {
  const words = useWords();
  return (
    <div className="p-4">
      <Skeleton label={words.ui.loading} lines={4} />
    </div>
  );
}
