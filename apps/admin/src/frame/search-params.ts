/**
 * Addresses that people can read and share: `?grid=340802001007001&grid=340802001007002&q=漏水&overdue=1`.
 * Every value is text or a list of texts (a code of 15 digits must not become a number), and what does not belong is dropped.
 */
type Found = Record<string, unknown>;

export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  const found: Record<string, string | string[]> = {};
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    found[key] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return found;
}

export function stringifySearch(search: Found): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === false || one === "") continue;
      params.append(key, one === true ? "1" : String(one));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** Text; absent when empty. */
export function textParam(found: Found, key: string): string | undefined {
  const value = found[key];
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one !== "" ? one : typeof one === "number" ? String(one) : undefined;
}

/** A list of texts; absent when empty. */
export function listParam(found: Found, key: string): string[] | undefined {
  const value = found[key];
  const list = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "");
  return list.length > 0 ? [...new Set(list)] : undefined;
}

/** One of a closed list; absent when it is none of them. */
export function oneOfParam<Value extends string>(found: Found, key: string, values: readonly Value[]): Value | undefined {
  const value = textParam(found, key);
  return values.find((one) => one === value);
}

/** Several of a closed list. */
export function someOfParam<Value extends string>(found: Found, key: string, values: readonly Value[]): Value[] | undefined {
  const wanted = listParam(found, key);
  const list = values.filter((one) => wanted?.includes(one));
  return list.length > 0 ? list : undefined;
}

/** On (`1`), or absent. */
export function flagParam(found: Found, key: string): true | undefined {
  const value = found[key];
  return value === true || value === "1" || value === 1 ? true : undefined;
}

/** A whole number of at least `least`; absent otherwise. */
export function numberParam(found: Found, key: string, least = 0): number | undefined {
  const value = Number(textParam(found, key) ?? Number.NaN);
  return Number.isSafeInteger(value) && value >= least ? value : undefined;
}

/** Keeps only the keys that are there, so that addresses stay short and types stay exact. */
export function present<Shape extends Record<string, unknown>>(shape: Shape): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };
}
