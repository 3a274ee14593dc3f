import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useFormat, useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Grid, Row, Section } from "./Specimen.tsx";

const now = "2024-08-26T10:00:00+08:00";

export function States() {
  const w = useWords(galleryWords);
  const { ui } = useWords();
  const format = useFormat();
  return (
    <Section id="states" title={w.states}>
      <Row>
        <Badge count={12} />
        <Badge count={3} tone="bad" label={w.overdue} />
        <Badge count={1762} most={999} tone="accent" />
        <Badge count={5} tone="good" />
        <Badge count={7} tone="warn" />
        <span>{format.dateTime(now)}</span>
        <span>{format.money(1_234_567)}</span>
        <span>{format.percent(25 / 42)}</span>
        <span>{format.ago("2024-08-26T09:20:00+08:00", now)}</span>
        <span>{format.deadline({ due: "2024-08-26T16:00:00+08:00", now }).text}</span>
        <span>{format.deadline({ due: "2024-08-26T07:00:00+08:00", now }).text}</span>
        <span>{format.deadline({ due: "2024-08-28T18:00:00+08:00", now, workingDays: 2 }).text}</span>
      </Row>
      <Grid>
        <div className="rounded-one border border-line bg-surface p-4">
          <Skeleton label={ui.loading} lines={4} />
        </div>
        <div className="rounded-one border border-line bg-surface">
          <EmptyState title={w.nothingOverdue} action={<Button>{w.goThere}</Button>}>
            {w.nothingOverdueHelp}
          </EmptyState>
        </div>
        <div className="rounded-one border border-line bg-surface">
          <ErrorState onRetry={() => undefined} requestId="01J7-5F3K">
            {w.failedHelp}
          </ErrorState>
        </div>
      </Grid>
    </Section>
  );
}
