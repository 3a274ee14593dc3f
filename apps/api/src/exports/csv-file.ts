import { csvLines, csvMark } from "@bandeng/domain";
import { shanghaiWallClock, yuan, type Table } from "./table.ts";

/** A table as CSV, piece by piece: a piece for each page of rows. */
export async function* csvFile({ kinds, head, pages }: Table): AsyncGenerator<string> {
  yield csvMark + csvLines([head]);
  for await (const rows of pages) {
    yield csvLines(
      rows.map((row) =>
        row.map((value, i) => {
          if (value === null) return null;
          if (kinds[i] === "MOMENT") return shanghaiWallClock(String(value));
          return kinds[i] === "FEN" ? yuan(Number(value)) : value;
        }),
      ),
    );
  }
}
