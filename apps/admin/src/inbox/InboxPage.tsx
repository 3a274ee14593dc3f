import { namesIn } from "@bandeng/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { requestIdOf } from "../client/request-id.ts";
import { Page } from "../frame/Page.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { Link } from "../ui/Link.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useLanguage, useWords } from "../words/useWords.tsx";
import { inboxTopics, type InboxSearch } from "./inbox-search.ts";
import { inboxWords } from "./inbox-words.ts";
import { NoticeRow } from "./NoticeRow.tsx";
import { useInbox } from "./use-inbox.ts";

const PAGE = 30;
const everyTopic = "all";

/** 消息: everything one was told, the latest first. */
export function InboxPage() {
  const { pages } = useWords();
  return (
    <Page title={pages.inbox} width="text">
      <Inbox />
    </Page>
  );
}

function Inbox() {
  const w = useWords(inboxWords);
  const { language } = useLanguage();
  const search: InboxSearch = useSearch({ from: "/frame/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const go = (next: InboxSearch) => void navigate({ search: next });
  /** Another filter begins at the latest. */
  const { after: _after, ...kept } = search;
  const inbox = useInbox({ unread: search.show === "unread", topic: search.topic, first: PAGE, after: search.after });
  const { data, error } = inbox;
  const isNarrowed = search.show !== undefined || search.topic !== undefined;
  const { show: _show, ...ofAnyState } = kept;
  const { topic: _topic, ...ofAnyTopic } = kept;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <SegmentedControl
          label={w.which}
          value={search.show ?? "every"}
          onChange={(show) => go(show === "unread" ? { ...kept, show } : ofAnyState)}
          segments={[
            { id: "every", label: w.every },
            { id: "unread", label: w.unreadCount(inbox.unreadCount > 99 ? "99+" : String(inbox.unreadCount)) },
          ]}
        />
        <Select
          label={w.topic}
          hideLabel
          value={search.topic ?? everyTopic}
          onChange={(id) => {
            const topic = inboxTopics.find((one) => one === id);
            go(topic ? { ...kept, topic } : ofAnyTopic);
          }}
          items={[{ id: everyTopic, label: w.everyTopic }, ...inboxTopics.map((id) => ({ id, label: namesIn(language).noticeTopic[id] }))]}
          className="w-44"
        />
        <span className="ms-auto">
          <Button isPending={inbox.isMarking} disabledReason={inbox.unreadCount === 0 ? w.allRead : undefined} onPress={() => void inbox.markAll()}>
            {w.markAll}
          </Button>
        </span>
      </div>
      {error && !data ? (
        <ErrorState onRetry={inbox.again} isRetrying={inbox.fetching} requestId={requestIdOf(error)} />
      ) : !data ? (
        <Skeleton label={w.loading} lines={8} />
      ) : data.nodes.length === 0 ? (
        <EmptyState icon="bell" title={isNarrowed ? w.emptyNarrowed : w.empty} action={isNarrowed && <Button onPress={() => go({})}>{w.clear}</Button>}>
          {!isNarrowed && w.emptyNote}
        </EmptyState>
      ) : (
        <>
          <p className="hidden items-center gap-1 text-small text-ink-soft lg:flex">
            <KeyHint keys={["↑"]} />
            <KeyHint keys={["↓"]} />
            {w.keysMove}
            <KeyHint keys={["R"]} />
            {w.markRead}
          </p>
          <ul aria-label={w.list} aria-busy={inbox.stale} onKeyDown={(event) => goOrRead(event, (id) => void inbox.markRead([id]))} className="rounded-one border border-line bg-surface px-3">
            {data.nodes.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onRead={() => void inbox.markRead([notice.id])} />
            ))}
          </ul>
        </>
      )}
      {data && (search.after !== undefined || data.pageInfo.hasNextPage) && (
        <div className="flex flex-wrap justify-end gap-2">
          {search.after !== undefined && (
            <Button icon="chevron-left" onPress={() => go(kept)}>
              {w.newest}
            </Button>
          )}
          {data.pageInfo.hasNextPage && data.pageInfo.endCursor != null && (
            <Button iconAfter="chevron-right" onPress={() => go({ ...kept, after: data.pageInfo.endCursor as string })}>
              {w.older}
            </Button>
          )}
        </div>
      )}
      <p className="text-small text-ink-soft">
        {w.settingsNote} <Link to="/account">{w.settings}</Link>
      </p>
    </div>
  );
}

/** Arrows go from one notice to the next; R marks the one in which the focus is. */
function goOrRead(event: KeyboardEvent<HTMLUListElement>, onRead: (id: string) => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-notice]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const id = rows[at]?.dataset["notice"];
  if (step !== 0) {
    event.preventDefault();
    rows[at + step]?.querySelector<HTMLElement>("a, button")?.focus();
  } else if (event.key.toLowerCase() === "r" && id !== undefined) {
    onRead(id);
  }
}
