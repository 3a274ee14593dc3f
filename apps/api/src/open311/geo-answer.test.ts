import { XMLParser, XMLValidator } from "fast-xml-parser";
import * as fc from "fast-check";
import type { FastifyReply } from "fastify";
import { expect, it } from "vitest";
import { listed, sendAnswer } from "./geo-answer.ts";

function written(answer: ReturnType<typeof listed>): string {
  let sent = "";
  const reply = { code: () => reply, type: () => reply, header: () => reply, send: (text: string) => ((sent = text), reply) };
  sendAnswer(reply as unknown as FastifyReply, "xml", answer);
  return sent;
}

const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: false });

it("any text comes back from XML as it was, but for what XML has no way to write", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(fc.constantFrom("\r", "\r\n", "<", ">", "&", '"', "'", "]]>", "&lt;", "\0", "\u0007", "\uD800", "\uFFFE", "灯", "𠮷"), fc.string({ unit: "binary", maxLength: 1 })), minLength: 1 }), (name) => {
      const xml = written(listed("services", "service", [{ name: `|${name}|` }]));
      expect(XMLValidator.validate(xml)).toBe(true);
      // oxlint-disable-next-line no-control-regex -- what is not written must not be there
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u);
      // oxlint-disable-next-line no-control-regex -- the same characters
      const expected = name.replaceAll(/\r\n?/g, "\n").replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD");
      expect(parser.parse(xml).services.service.name).toBe(`|${expected}|`);
    }),
  );
});

it("an empty list is an empty element, nothing is one, and the first line says what it is", () => {
  expect(written(listed("services", "service", []))).toBe(`<?xml version="1.0" encoding="utf-8"?>\n<services/>`);
  expect(written(listed("errors", "error", [{ code: "404", zipcode: null }]))).toContain("<error><code>404</code><zipcode/></error>");
});
