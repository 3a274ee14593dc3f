import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { iconPaths, type IconName } from "../ui/icon-paths.ts";
import { KeyHint } from "../ui/KeyHint.tsx";
import { ExternalLink, Link } from "../ui/Link.tsx";
import { useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Row, Section } from "./Specimen.tsx";

export function Buttons() {
  const w = useWords(galleryWords);
  const [isOn, setOn] = useState(true);
  return (
    <Section id="buttons" title={w.buttons}>
      <Row>
        <Button variant="primary" icon="check">
          {w.save}
        </Button>
        <Button icon="arrow-up">{w.escalate}</Button>
        <Button variant="quiet" iconAfter="chevron-down">
          {w.quiet}
        </Button>
        <Button variant="danger" icon="bin">
          {w.delete}
        </Button>
        <Button isPending>{w.pending}</Button>
        <Button icon="arrow-up" disabledReason={w.escalateReason}>
          {w.escalate}
        </Button>
      </Row>
      <Row>
        <Button variant="primary" size="small">
          {w.save}
        </Button>
        <Button size="small" icon="undo">
          {w.undo}
        </Button>
        <Button size="small" variant="quiet" icon="filter">
          {w.filters}
        </Button>
        <Button size="small" disabledReason={w.mergeReason}>
          {w.merge}
        </Button>
        <IconButton icon="printer" label={w.print} />
        <IconButton icon="printer" label={w.print} size="small" variant="plain" />
        <IconButton icon="star" label={w.star} isOn={isOn} onPress={() => setOn(!isOn)} />
        <IconButton icon="arrow-up" label={w.escalate} disabledReason={w.escalateReason} />
        <Link to="/gallery">{w.goThere}</Link>
        <ExternalLink href="https://example.org/">example.org</ExternalLink>
        <KeyHint keys={["Ctrl", "K"]} />
      </Row>
    </Section>
  );
}

/** The whole set, each with the name it is asked for by. */
export function Icons() {
  const w = useWords(galleryWords);
  return (
    <Section id="icons" title={w.icons}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-2">
        {(Object.keys(iconPaths) as IconName[]).map((name) => (
          <li key={name} className="flex flex-col items-center gap-1 rounded-one border border-line bg-surface p-2 text-center text-small text-ink-soft">
            <Icon name={name} className="text-ink" />
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}
