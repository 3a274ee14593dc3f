import { mapExchange, type Exchange } from "urql";

type Fields = Record<string, unknown>;
interface Versioned extends Fields {
  id: string;
  version: number;
}

const isCase = (value: Fields): value is Versioned =>
  value["__typename"] === "Case" && typeof value["id"] === "string" && typeof value["version"] === "number";

/**
 * Keeps cases from going back in time. An answer that was on its way while a case moved carries the case as it was before:
 * the fields that the newer answer had are put over it, so that the card stays where it was dropped until an answer of its
 * version or a later one arrives.
 */
export class Freshness {
  // Only what a mutation answered: it is newer than a question asked before it. One entry per case somebody here acted on.
  readonly #newest = new Map<string, Versioned>();

  learn(data: unknown): void {
    visit(data, (found) => {
      const known = this.#newest.get(found.id);
      if (!known || known.version <= found.version) this.#newest.set(found.id, found);
      return found;
    });
  }

  /** The answer itself, with the newer fields in the cases that are behind. */
  refresh<Data>(data: Data): Data {
    if (this.#newest.size === 0) return data;
    return visit(data, (found) => {
      const known = this.#newest.get(found.id);
      if (!known) return found;
      if (found.version >= known.version) {
        this.#newest.delete(found.id);
        return found;
      }
      const newer = Object.keys(found).filter((key) => key in known);
      return { ...found, ...Object.fromEntries(newer.map((key) => [key, known[key]])) };
    }) as Data;
  }
}

/** Replaces every case in an answer; objects without a change stay the same objects. */
function visit(value: unknown, change: (found: Versioned) => Fields): unknown {
  if (Array.isArray(value)) {
    const all = value.map((one) => visit(one, change));
    return all.some((one, i) => one !== value[i]) ? all : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Fields;
  let copy: Fields | undefined;
  for (const [key, inner] of Object.entries(fields)) {
    if (typeof inner !== "object" || inner === null) continue;
    const next = visit(inner, change);
    if (next !== inner) (copy ??= { ...fields })[key] = next;
  }
  const whole = copy ?? fields;
  return isCase(whole) ? change(whole) : whole;
}

/** Stands between the cache and the network. */
export function freshnessExchange(freshness = new Freshness()): Exchange {
  return mapExchange({
    onResult(result) {
      if (result.operation.kind === "mutation") freshness.learn(result.data);
      else if (result.operation.kind === "query" && result.data) return { ...result, data: freshness.refresh(result.data) };
      return undefined;
    },
  });
}
