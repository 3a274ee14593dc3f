import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { Tag, TagGroup, TagList as AriaTagList } from "react-aria-components/TagGroup";
import { Icon } from "./Icon.tsx";

export interface TagListProps {
  /** The name of the list for screen readers: "筛选条件". */
  label: string;
  tags: readonly { id: string; label: string }[];
  onRemove: (id: string) => void;
}

/** What is filtered by, each with a cross. Arrows move, Delete removes. Nothing is drawn for an empty list. */
export function TagList({ label, tags, onRemove }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <TagGroup onRemove={(keys) => keys.forEach((key) => onRemove(String(key)))} className="min-w-0">
      <Label className="sr-only">{label}</Label>
      <AriaTagList items={tags} className="flex flex-wrap gap-1">
        {(tag) => (
          <Tag
            id={tag.id}
            textValue={tag.label}
            className="inline-flex min-h-control-small items-center gap-0.5 rounded-one bg-accent-soft ps-2 text-small text-accent-ink"
          >
            {tag.label}
            <Button
              slot="remove"
              className="inline-flex min-h-control-small min-w-control-small items-center justify-center rounded-one data-hovered:bg-surface"
            >
              <Icon name="close" size="small" />
            </Button>
          </Tag>
        )}
      </AriaTagList>
    </TagGroup>
  );
}
