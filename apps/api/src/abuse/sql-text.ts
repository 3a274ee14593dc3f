import ts from "typescript";

/** A piece of a statement that is not plainly ours. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  /** The expression as it is written. */
  readonly text: string;
}

/** What takes a statement, and as which argument. */
const TAKES: Readonly<Record<string, number>> = { run: 1, query: 0, addSql: 0 };
/** Functions that put a text they are handed into the statement: at which places. */
const HANDED: Readonly<Record<string, readonly number[]>> = { withinReach: [3], within: [0, 1], ofCase: [0], secure: [0, 1], casesOf: [0], once: [0] };
/** What keeps a list or a text as it is, or makes one of its parts. */
const KEEPS = ["join", "filter", "toSorted", "slice", "concat", "values", "keys", "entries", "flat"];

/**
 * Finds every text handed to `run`, `q.run`, `query` or `addSql` that is put together from anything but: literals, what
 * `bind` returned, constants and functions of the same file that are made of such, and names on the list.
 * @param composers functions of this file whose result others put into statements: what they return is looked at too
 * @param listed names of imported constants and functions, and whole expressions, that are known to be ours
 */
export function sqlFindings(file: string, source: string, listed: ReadonlySet<string>, composers: readonly string[] = []): Finding[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const findings: Finding[] = [];
  const resolving = new Set<ts.Node>();

  const all = <N extends ts.Node>(is: (node: ts.Node) => node is N, from: ts.Node = tree): N[] => {
    const found: N[] = [];
    const walk = (node: ts.Node): void => {
      if (is(node)) found.push(node);
      ts.forEachChild(node, walk);
    };
    walk(from);
    return found;
  };
  const calls = all(ts.isCallExpression);
  const nameOf = (call: ts.CallExpression): string | undefined =>
    ts.isIdentifier(call.expression) ? call.expression.text : ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : undefined;
  const refuse = (node: ts.Node): boolean => {
    findings.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.getText() });
    return false;
  };
  const every = (nodes: readonly ts.Node[]): boolean => nodes.map((node) => isOurs(node)).every(Boolean);

  /** What a function may give back. */
  function results({ body }: ts.SignatureDeclaration & { body?: ts.Node | undefined }): ts.Node[] {
    if (body === undefined) return [];
    if (!ts.isBlock(body)) return [body];
    return all(ts.isReturnStatement, body).flatMap(({ expression }) => (expression ? [expression] : []));
  }

  function declarationsOf(name: string): (ts.VariableDeclaration | ts.ParameterDeclaration | ts.FunctionDeclaration | ts.BindingElement)[] {
    const named = (node: { name?: ts.Node | undefined }): boolean => node.name !== undefined && ts.isIdentifier(node.name) && node.name.text === name;
    return [...all(ts.isVariableDeclaration), ...all(ts.isParameter), ...all(ts.isFunctionDeclaration), ...all(ts.isBindingElement)].filter(named);
  }

  function isOursByName(node: ts.Identifier): boolean {
    if (listed.has(node.text)) return true;
    const found = declarationsOf(node.text);
    if (found.length === 0) return refuse(node);
    return found.map((one) => isDeclaredOurs(one, node)).every(Boolean);
  }

  function isDeclaredOurs(one: ReturnType<typeof declarationsOf>[number], asked: ts.Node): boolean {
    if (resolving.has(one)) return true;
    resolving.add(one);
    try {
      if (ts.isFunctionDeclaration(one)) return every(results(one));
      if (ts.isParameter(one)) return isHandedOurs(one, asked);
      if (ts.isBindingElement(one)) {
        const root = ts.findAncestor(one, (up): up is ts.VariableDeclaration | ts.ParameterDeclaration => ts.isVariableDeclaration(up) || ts.isParameter(up));
        if (root && ts.isVariableDeclaration(root) && root.initializer) return isOurs(root.initializer);
        const loop = root && ts.findAncestor(root, ts.isForOfStatement);
        return loop ? isOurs(loop.expression) : refuse(asked);
      }
      const loop = ts.isForOfStatement(one.parent.parent) ? one.parent.parent.expression : undefined;
      const later = all(ts.isBinaryExpression).filter(({ left, operatorToken: { kind } }) => ts.isIdentifier(left) && left.getText() === one.name.getText() && (kind === ts.SyntaxKind.EqualsToken || kind === ts.SyntaxKind.PlusEqualsToken));
      // What is added to a list of conditions is a condition as well.
      const pushed = calls.filter((call) => nameOf(call) === "push" && ts.isPropertyAccessExpression(call.expression) && call.expression.expression.getText() === one.name.getText());
      const start = one.initializer ?? loop;
      return start === undefined && later.length === 0 ? refuse(asked) : every([...(start ? [start] : []), ...later.map(({ right }) => right), ...pushed.flatMap((call) => [...call.arguments])]);
    } finally {
      resolving.delete(one);
    }
  }

  /** A parameter is ours where everybody in this file hands over what is, and nobody outside can. */
  function isHandedOurs(parameter: ts.ParameterDeclaration, asked: ts.Node): boolean {
    const owner = parameter.parent as ts.SignatureDeclaration & { modifiers?: ts.NodeArray<ts.ModifierLike> };
    const at = owner.parameters.indexOf(parameter);
    if (ts.isCallExpression(owner.parent) && ts.isPropertyAccessExpression(owner.parent.expression)) return isOurs(owner.parent.expression.expression); // of a list's map
    const name = owner.name?.getText() ?? (ts.isVariableDeclaration(owner.parent) ? owner.parent.name.getText() : undefined);
    const isExported = owner.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    const handed = calls.filter((call) => name !== undefined && nameOf(call) === name);
    if (isExported || handed.length === 0) return refuse(asked);
    return every(handed.flatMap((call) => call.arguments[at] ?? parameter.initializer ?? []));
  }

  function isOursCall(call: ts.CallExpression): boolean {
    const name = nameOf(call) ?? "";
    if (name === "bind") return true;
    if (listed.has(name)) return every((HANDED[name] ?? []).flatMap((at) => call.arguments[at] ?? []));
    if (ts.isPropertyAccessExpression(call.expression)) {
      const object = call.expression.expression;
      if (KEEPS.includes(name)) return name === "join" ? every([object, ...call.arguments]) : isOurs(object);
      const [given] = call.arguments;
      if ((name === "map" || name === "flatMap") && given && (ts.isArrowFunction(given) || ts.isFunctionExpression(given))) return every(results(given));
    }
    if (ts.isIdentifier(call.expression)) {
      const [first] = declarationsOf(name);
      if (first && ts.isFunctionDeclaration(first)) return every(results(first));
      if (first && ts.isVariableDeclaration(first) && first.initializer) return ts.isArrowFunction(first.initializer) ? every(results(first.initializer)) : isOurs(first.initializer);
    }
    return refuse(call);
  }

  function isOurs(node: ts.Node): boolean {
    if (listed.has(node.getText())) return true;
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) || ts.isToken(node) && node.kind !== ts.SyntaxKind.Identifier) return true;
    if (ts.isTemplateExpression(node)) return every(node.templateSpans.map(({ expression }) => expression));
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node) || ts.isSpreadElement(node)) return isOurs(node.expression);
    if (ts.isConditionalExpression(node)) return every([node.whenTrue, node.whenFalse]);
    if (ts.isBinaryExpression(node)) return every(node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? [node.right] : [node.left, node.right]);
    if (ts.isArrayLiteralExpression(node)) return every(node.elements);
    if (ts.isObjectLiteralExpression(node)) return every(node.properties.map((one): ts.Node => (ts.isPropertyAssignment(one) ? one.initializer : ts.isShorthandPropertyAssignment(one) ? one.name : one)));
    if (ts.isArrowFunction(node) || ts.isGetAccessorDeclaration(node)) return every(results(node));
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return isOurs(node.expression);
    if (ts.isCallExpression(node)) return isOursCall(node);
    return ts.isIdentifier(node) ? isOursByName(node) : refuse(node);
  }

  for (const call of calls) {
    const at = TAKES[nameOf(call) ?? ""];
    const given = at === undefined ? undefined : call.arguments[at];
    if (given === undefined) continue;
    const text = ts.isObjectLiteralExpression(given) ? given.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === "text")?.initializer : given;
    if (text !== undefined) isOurs(text);
  }
  for (const name of composers) {
    const found = declarationsOf(name);
    if (found.length === 0) findings.push({ file, line: 0, text: `no ${name}` });
    for (const one of found) if (ts.isFunctionDeclaration(one)) every(results(one));
    for (const one of found) if (ts.isVariableDeclaration(one) && one.initializer) isOurs(one.initializer);
  }
  return findings;
}
