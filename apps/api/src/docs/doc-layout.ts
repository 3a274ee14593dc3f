import { Marked, type Tokens } from "marked";
import type { Language } from "../http/context.ts";
import type { DocPage } from "./doc-pages.ts";

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** Headings can be linked to: `errors#rate_limited`. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/<[^>]*>/g, "").replace(/[^\p{L}\p{N}_]+/gu, "-").replace(/^-|-$/g, "");

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth, text }: Tokens.Heading) {
      return `<h${depth} id="${escaped(anchorOf(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    // Wide tables and long lines scroll by themselves, by keyboard as well.
    code: ({ text, lang }: Tokens.Code) => `<pre tabindex="0"${lang ? ` data-language="${escaped(lang)}"` : ""}><code>${escaped(text)}\n</code></pre>\n`,
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
  },
});

const words = {
  zh: { site: "板凳会 · 接口文档", nav: "文档目录", skip: "跳到正文", other: "English", explorer: "接口浏览器", contract: "契约 schema.graphql" },
  en: { site: "Bandeng · API docs", nav: "Pages of the docs", skip: "Skip to the text", other: "中文", explorer: "API explorer", contract: "Contract schema.graphql" },
} as const;

/** A page as HTML: no script, no style of its own. */
export function layOut(page: DocPage, pages: readonly DocPage[], language: Language): string {
  const { site, nav, skip, other, explorer, contract } = words[language];
  const otherLanguage = language === "zh" ? "en" : "zh";
  const links = pages.map(({ name, title }) => `<li><a href="${name}"${name === page.name ? ` aria-current="page"` : ""}>${escaped(title[language])}</a></li>`).join("\n");
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(page.title[language])} · ${escaped(site)}</title>
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#text">${skip}</a>
<header><a href="start">${escaped(site)}</a><a href="../${otherLanguage}/${page.name}" lang="${otherLanguage}" hreflang="${otherLanguage}">${other}</a></header>
<nav aria-label="${nav}">
<ul>
${links}
<li><a href="/explorer/">${explorer}</a></li>
<li><a href="/schema.graphql">${contract}</a></li>
</ul>
</nav>
<main id="text" tabindex="-1">
${markdown.parse(page.text[language], { async: false }).replaceAll("<table>", `<div class="wide" tabindex="0"><table>`).replaceAll("</table>", "</table></div>")}</main>
</body>
</html>
`;
}
