import { namesIn } from "@bandeng/domain";
import type { NoticeTopic } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import type { IconName } from "../ui/icon-paths.ts";
import { Link } from "../ui/Link.tsx";
import { VisuallyHidden } from "../ui/VisuallyHidden.tsx";
import { useFormat, useLanguage, useWords } from "../words/useWords.tsx";
import { useNow } from "../words/use-now.ts";
import type { NoticeShown } from "./inbox-documents.ts";
import { inboxWords } from "./inbox-words.ts";

const icons: Readonly<Record<NoticeTopic, IconName>> = {
  WORK: "inbox", MENTION: "message", DUE: "clock", APPROVAL: "check", ANSWER: "edit", MEETING: "bench", CALL: "people", SUPERVISION: "audit", MEDIATION: "people",
};

export interface NoticeRowProps {
  notice: NoticeShown;
  /** Marks it as read; also when its link is followed. */
  onRead: () => void;
  onFollow?: () => void;
}

/** One notice: what it is about, the sentence as the way to it, who and when, and whether it is read. */
export function NoticeRow({ notice, onRead, onFollow }: NoticeRowProps) {
  const w = useWords(inboxWords);
  const { language } = useLanguage();
  const format = useFormat();
  const now = useNow();
  const isUnread = notice.readAt === null;
  const follow = () => {
    if (isUnread) onRead();
    onFollow?.();
  };
  const said = `min-w-0 break-words ${isUnread ? "font-semibold" : ""}`;
  return (
    <li data-notice={notice.id} className="flex items-start gap-2 border-b border-line py-2 last:border-0">
      <Icon name={notice.urgent ? "alert" : icons[notice.topic]} className={`mt-0.5 ${notice.urgent ? "text-bad" : "text-ink-soft"}`} />
      <div className="min-w-0 flex-1">
        {isUnread && <VisuallyHidden>{w.unread}</VisuallyHidden>}
        {notice.subject?.kind === "MEETING" ? (
          <Link to="/meetings/$id" params={{ id: notice.subject.id }} onClick={follow} className={said}>
            {notice.sentence}
          </Link>
        ) : notice.subject?.kind === "PROJECT" ? (
          <Link to="/projects/$id" params={{ id: notice.subject.id }} onClick={follow} className={said}>
            {notice.sentence}
          </Link>
        ) : notice.subject?.kind === "WEBHOOK" ? (
          <Link to="/integrations/webhooks/$webhookId" params={{ webhookId: notice.subject.id }} onClick={follow} className={said}>
            {notice.sentence}
          </Link>
        ) : notice.case ? (
          <Link to="/cases/$no" params={{ no: notice.case.no }} onClick={follow} className={said}>
            {notice.sentence}
          </Link>
        ) : (
          <p className={said}>{notice.sentence}</p>
        )}
        <p className="flex flex-wrap gap-x-2 text-small text-ink-soft">
          <span>{namesIn(language).noticeTopic[notice.topic]}</span>
          {notice.by && <span>{notice.by.name}</span>}
          <time dateTime={notice.at} title={format.dateTime(notice.at)}>
            {format.ago(notice.at, now)}
          </time>
        </p>
      </div>
      {isUnread && <IconButton icon="check" label={w.markRead} onPress={onRead} />}
    </li>
  );
}
