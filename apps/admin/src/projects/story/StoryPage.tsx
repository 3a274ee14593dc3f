import { useParams } from "@tanstack/react-router";
import { createPortal } from "react-dom";
import { useQuery } from "urql";
import { requestIdOf } from "../../client/request-id.ts";
import { Page } from "../../frame/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Link } from "../../ui/Link.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { showToast } from "../../ui/toasts.ts";
import { useWords } from "../../words/useWords.tsx";
import { words } from "../project-words.ts";
import { StorySheet } from "./StorySheet.tsx";
import { storyDocument } from "./story-document.ts";
import "./story.css";

/** 项目故事: what may be hung up of a project that was struck off; shown as it will be printed, and printed alone. */
export function StoryPage() {
  const { id } = useParams({ from: "/frame/projects/$id/story" });
  const w = useWords(words);
  const [{ data, error, fetching }, again] = useQuery({ query: storyDocument, variables: { id }, requestPolicy: "cache-and-network" });
  const story = data?.projectStory;
  const reason = story ? undefined : fetching ? w.loading : w.storyNotYet;
  const copy = () =>
    void navigator.clipboard.writeText(window.location.href).then(
      () => showToast({ tone: "good", title: w.copied }),
      () => showToast({ tone: "bad", title: w.notCopied }),
    );
  return (
    <Page title={w.storyTitle} width="text">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Link to="/projects/$id" params={{ id }} className="me-auto inline-flex min-h-control items-center">
          {w.backToProject}
        </Link>
        <Button icon="link" disabledReason={reason} onPress={copy}>
          {w.copyLink}
        </Button>
        <Button variant="primary" icon="printer" disabledReason={reason} onPress={() => window.print()}>
          {w.print}
        </Button>
      </div>
      {story ? (
        <>
          <article aria-label={w.storyTitle} className="project-story rounded-one border border-line">
            <StorySheet story={story} />
          </article>
          {createPortal(
            <article className="project-story project-story-print" aria-hidden="true">
              <StorySheet story={story} />
            </article>,
            document.body,
          )}
        </>
      ) : error ? (
        <ErrorState title={w.failed} requestId={requestIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} isRetrying={fetching}>
          {w.failedNote}
        </ErrorState>
      ) : fetching ? (
        <Skeleton label={w.loading} lines={10} />
      ) : (
        <EmptyState title={w.storyNotYet} icon="star">
          {w.storyNotYetNote}
        </EmptyState>
      )}
    </Page>
  );
}
