import { Chip } from "../ui/Chip.tsx";
import { useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Row, Section } from "./Specimen.tsx";

const grounds = ["bg-paper", "bg-surface", "bg-sunken", "bg-raised", "bg-hover", "bg-pressed"];
const sizes = ["text-small", "text-body", "text-lead", "text-title"];

/** Every ground with every text that may stand on it; the ladder's edges; the four sizes. */
export function Colours() {
  const w = useWords(galleryWords);
  const rungs = [
    { name: w.building, edge: "border-s-rung-building", text: "text-rung-building" },
    { name: w.compound, edge: "border-s-rung-compound", text: "text-rung-compound" },
    { name: w.community, edge: "border-s-rung-community", text: "text-rung-community" },
    { name: w.referred, edge: "border-s-rung-referred", text: "text-rung-referred" },
  ];
  return (
    <Section id="colours" title={w.colours}>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
        {grounds.map((ground) => (
          <div key={ground} className={`rounded-one border border-line p-2 ${ground}`}>
            <p className="text-small text-ink-soft">{ground.slice(3)}</p>
            <p>{w.textOn}</p>
            <p className="text-ink-soft">{w.softOn}</p>
          </div>
        ))}
      </div>
      <Row>
        {rungs.map((rung) => (
          <div key={rung.edge} className={`min-w-32 rounded-one border border-s-4 border-line bg-surface px-3 py-2 ${rung.edge}`}>
            <span className={rung.text}>{rung.name}</span>
          </div>
        ))}
      </Row>
      <Row>
        <Chip tone="bad" icon="alert">
          {w.overdue}
        </Chip>
        <Chip tone="warn" icon="clock">
          {w.soon}
        </Chip>
        <Chip icon="clock">{w.later}</Chip>
        <Chip tone="good" icon="done">
          {w.settled}
        </Chip>
        <Chip tone="accent" icon="flag">
          {w.community}
        </Chip>
        <Chip tone="bad" icon="alert" isBare>
          {w.overdue}
        </Chip>
        <Chip tone="warn" icon="pause" isBare>
          {w.waiting}
        </Chip>
      </Row>
      <div>
        {sizes.map((size) => (
          <p key={size} className={size}>
            {w.titleSample} 0123456789
          </p>
        ))}
      </div>
    </Section>
  );
}
