import { encode } from "uqr";

/** Modules of white around the code, without which scanners do not find it. */
const margin = 4;

/** One path for all dark modules, a stroke of the pen for each run in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const length = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${length}v1h-${length}z`];
      }),
    )
    .join("");
}

/** A text as a QR code: dark on white in every theme, as cameras expect it. */
export function QrCode({ text, label, className = "size-52 rounded-one border border-line" }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const side = size + 2 * margin;
  return (
    <svg role="img" aria-label={label} viewBox={`${-margin} ${-margin} ${side} ${side}`} shapeRendering="crispEdges" className={className}>
      <rect x={-margin} y={-margin} width={side} height={side} fill="#ffffff" />
      <path d={pathOf(data)} fill="#000000" />
    </svg>
  );
}
