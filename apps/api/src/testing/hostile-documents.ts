/** A body that somebody might send to keep the server busy. */
export interface HostileDocument {
  readonly what: string;
  readonly body: string;
}

const KILOBYTES_100 = 100 * 1024;
const times = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(" ");
const plain = (what: string, query: string, variables?: unknown): HostileDocument => ({ what, body: JSON.stringify({ query, variables }) });
/** As many parts as fit. */
const full = (what: string, open: string, part: (i: number) => string, close: string): HostileDocument => {
  let inner = "";
  for (let i = 0; inner.length + part(i).length + open.length + close.length < KILOBYTES_100 - 100; i++) inner += `${part(i)} `;
  return plain(what, open + inner + close);
};
const nested = (depth: number, open: string, inner: string): string => open.repeat(depth) + inner + "}".repeat(depth);
const filled = (what: string, query: string, variables: (size: number) => unknown): HostileDocument => {
  let size = 8;
  while (size < KILOBYTES_100 && JSON.stringify({ query, variables: variables(size * 2) }).length < KILOBYTES_100) size *= 2;
  return plain(what, query, variables(size));
};

const CASES = `cases(areas: ["340802001007"], order: DUE, first: 1)`;
const WITH_FILTER = `query ($f: CaseFilter) { cases(areas: ["340802001007"], order: DUE, first: 1, filter: $f) { nodes { id } } }`;
const deepList = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));
const deepObject = (depth: number): unknown => JSON.parse(`{"a":`.repeat(depth) + "1" + "}".repeat(depth));

/** At most 100 KB each; just under the limit of tokens where the limit itself would refuse the rest unread. */
export const hostileDocuments: readonly HostileDocument[] = [
  plain("3,000 fragments", `{ __typename } ${times(3000, (i) => `fragment F${i} on Query{__typename}`)}`),
  plain("fragments up to the limit of tokens", `{ ${times(180, (i) => `...F${i}`)} } ${times(180, (i) => `fragment F${i} on Query { viewer { username } }`)}`),
  plain("fragments that nobody uses", `{ __typename } ${times(240, (i) => `fragment F${i} on Query { __typename }`)}`),
  plain("fragments in a chain", `{ ...F0 } ${times(200, (i) => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F200 on Query { __typename }`),
  plain("fragments that double", `{ ...F0 } ${times(60, (i) => `fragment F${i} on Query { a: viewer { username } ...F${i + 1} b: viewer { username } ...F${i + 1} }`)} fragment F60 on Query { __typename }`),
  plain("fragments in a circle", `{ ...F0 } ${times(200, (i) => `fragment F${i} on Query { ...F${(i + 1) % 200} }`)}`),
  plain("fragments all in each other", `{ ...F0 } ${times(25, (i) => `fragment F${i} on Query { ${times(25, (j) => `...F${j}`)} }`)}`),
  full("6,000 duplicate sub-selections", "{ ", () => "viewer { username }", "}"),
  plain("duplicate sub-selections up to the limit", `{ ${times(480, () => "viewer { username }")} }`),
  plain("duplicate fields", `{ viewer { ${times(1900, () => "username")} } }`),
  plain("fields of different arguments under one name", `{ ${times(120, (i) => `a: cases(areas: ["${i}"], order: DUE, first: 1) { nodes { id } }`)} }`),
  plain("merged sub-selections, each in the other", `{ ${times(40, () => `viewer { person { id name } roles { role } ...F }`)} } fragment F on Viewer { ${times(200, (i) => `a${i}: username`)} }`),
  full("aliases", "{ ", (i) => `a${i}: __typename`, "}"),
  plain("aliases up to the limit", `{ ${times(650, (i) => `a${i}: __typename`)} }`),
  plain("aliases of what is dear", `{ ${times(100, (i) => `a${i}: board(areas: ["340802001007"], first: 100) { columns { total } }`)} }`),
  full("directives on one field", "{ viewer ", () => "@a", "{ username } }"),
  plain("directives up to the limit", `{ viewer ${times(950, () => "@a")} { username } }`),
  plain("@include on one field", `{ viewer ${times(300, () => "@include(if: true)")} { username } }`),
  plain("@include on every field", `query ($b: Boolean = true) { ${times(180, (i) => `a${i}: __typename @include(if: $b) @skip(if: $b)`)} }`),
  plain("500 levels", nested(500, "{ viewer ", "{ username }")),
  plain("500 levels of what leads back to itself", `{ node(id: "x") { ... on Case { id ${nested(180, "... on Case {", " id ")} } } }`),
  plain("inline fragments in each other", `{ ${nested(600, "... {", "__typename")} }`),
  plain("introspection in itself", `{ __schema { types ${nested(300, "{ fields { type ", "{ name }").replace(/}$/, "} ".repeat(301))} } }`),
  plain("all of the introspection, 50 times", `{ ${times(50, (i) => `a${i}: __schema { types { name fields { name args { name type { name } } type { name ofType { name } } } } }`)} }`),
  plain("introspection of types by name", `{ ${times(150, (i) => `a${i}: __type(name: "Case") { fields { name } }`)} }`),
  plain("unknown fields", `{ ${times(1900, (i) => `viewe${i}`)} }`),
  plain("unknown arguments", `{ cases(${times(450, (i) => `are${i}: 1`)}) { nodes { id } } }`),
  plain("unknown types", `query (${times(400, (i) => `$v${i}: Cas${i}`)}) { __typename }`),
  plain("variables that nobody uses", `query (${times(400, (i) => `$v${i}: Int = 1`)}) { __typename }`),
  plain("one variable used everywhere", `query ($n: Int!) { ${times(60, (i) => `a${i}: ${CASES.replace("1)", "$n)")} { nodes { id } }`)} }`, { n: 1 }),
  plain("operations", times(480, (i) => `query Q${i} { __typename }`)),
  plain("operations of one name", times(480, () => "query Q { __typename }")),
  plain("a name of 90 KB", `{ ${"x".repeat(92_000)} }`),
  plain("a name of 90 KB that is almost one of ours", `{ viewer { ${"username".repeat(11_000)} } }`),
  plain("a text of 90 KB", `{ node(id: "${"x".repeat(92_000)}") { id } }`),
  plain("a text of escapes", `{ node(id: "${"\\u0041".repeat(7000)}") { id } }`),
  plain("a block text of lines", `{ areas(text: """${"\n x".repeat(15_000)}""") { code } }`),
  plain("unicode", `{ areas(text: "${"👩‍👩‍👧‍👦".repeat(3500)}") { code } }`),
  plain("comments", `{ __typename } ${"#\n".repeat(30_000)}`),
  plain("commas", `{ __typename ${",".repeat(95_000)} }`),
  plain("spaces", `{ __typename ${" ".repeat(95_000)} }`),
  plain("brackets", "{".repeat(95_000)),
  plain("brackets of a list", `{ cases(areas: ${"[".repeat(1500)}`),
  plain("a literal list", `{ cases(areas: [${times(1900, () => `"340802001007"`)}], order: DUE, first: 1) { nodes { id } } }`),
  plain("a literal object in itself", `{ cases(areas: ["340802001007"], order: DUE, first: 1, filter: ${nested(600, "{ a: ", "1")}) { nodes { id } } }`),
  filled("a variable list of areas", "query ($a: [ID!]!) { cases(areas: $a, order: DUE, first: 1) { nodes { id } } }", (n) => ({ a: Array.from({ length: n }, (_, i) => `${340802001007000 + i}`) })),
  filled("a variable list of wrong values", "query ($a: [ID!]!) { cases(areas: $a, order: DUE, first: 1) { nodes { id } } }", (n) => ({ a: Array.from({ length: n }, () => ({})) })),
  filled("a filter of many values", WITH_FILTER, (n) => ({ f: { categories: Array.from({ length: n }, (_, i) => `c${i}`) } })),
  filled("a filter of wrong enums", WITH_FILTER, (n) => ({ f: { statuses: Array.from({ length: n }, (_, i) => `IN_PROGRES${i}`) } })),
  filled("a filter with unknown fields", WITH_FILTER, (n) => ({ f: Object.fromEntries(Array.from({ length: n }, (_, i) => [`kind${i}`, 1])) })),
  filled("variables that are not declared", "{ __typename }", (n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`v${i}`, 1]))),
  filled("a variable of nested lists", WITH_FILTER, (n) => ({ f: deepList(Math.min(n, 4096)) })),
  filled("a variable of nested objects", WITH_FILTER, (n) => ({ f: deepObject(Math.min(n, 4096)) })),
  filled("a variable text of 90 KB", WITH_FILTER, (n) => ({ f: { text: "%".repeat(n) } })),
  filled("a search text of marks", WITH_FILTER, (n) => ({ f: { text: "\\%_".repeat(Math.min(n, 6000)) } })),
  filled("a number of many digits", "query ($n: Int!) { __typename }", (n) => ({ n: "9".repeat(n) })),
  { what: "nested JSON", body: `{"query":"{ __typename }","variables":${"[".repeat(50_000)}${"]".repeat(50_000)}}` },
  { what: "nested JSON without end", body: `{"query":"{ __typename }","variables":${`{"a":`.repeat(20_000)}` },
  { what: "JSON with keys of prototypes", body: `{"query":"{ __typename }","variables":{${times(5000, () => `"__proto__":1`).replaceAll(" ", ",")}}}` },
  { what: "JSON of nothing but a number", body: "9".repeat(100_000) },
  { what: "a list of requests", body: `[${Array.from({ length: 3000 }, () => `{"query":"{ __typename }"}`).join(",")}]` },
];
