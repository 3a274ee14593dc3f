import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Link } from "../ui/Link.tsx";
import type { PanelProps } from "../ui/PanelButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { requestIdOf } from "../client/request-id.ts";
import { useWords } from "../words/useWords.tsx";
import { inboxWords } from "./inbox-words.ts";
import { NoticeRow } from "./NoticeRow.tsx";
import { useInbox } from "./use-inbox.ts";

const SHOWN = 8;

/** The latest notices, beside the bell. */
export default function InboxPanel({ triggerRef, onClose }: PanelProps) {
  const w = useWords(inboxWords);
  const { pages } = useWords();
  const inbox = useInbox({ unread: false, first: SHOWN });
  const { data, error } = inbox;
  return (
    <Popover label={pages.inbox} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom end" className="w-96">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-lead font-semibold">{pages.inbox}</h2>
          <Button size="small" isPending={inbox.isMarking} disabledReason={inbox.unreadCount === 0 ? w.allRead : undefined} onPress={() => void inbox.markAll()}>
            {w.markAll}
          </Button>
        </div>
        {error && !data ? (
          <ErrorState onRetry={inbox.again} isRetrying={inbox.fetching} requestId={requestIdOf(error)} />
        ) : !data ? (
          <Skeleton label={w.loading} lines={4} />
        ) : data.nodes.length === 0 ? (
          <EmptyState icon="bell" title={w.empty} />
        ) : (
          <ul>
            {data.nodes.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onRead={() => void inbox.markRead([notice.id])} onFollow={onClose} />
            ))}
          </ul>
        )}
        <Link to="/inbox" onClick={onClose} className="inline-flex min-h-control-small items-center self-start">
          {w.showAll}
        </Link>
      </div>
    </Popover>
  );
}
