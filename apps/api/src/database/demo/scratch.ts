import { demoPlaces } from "./places.ts";
import { demoPeople } from "./people.ts";
import { CaseBook } from "./case-book.ts";
import { tellLive } from "./live.ts";
import { boardColumn, covers } from "@bandeng/domain";
const now = process.argv[2] ?? new Date().toISOString();
const places = demoPlaces(); const people = demoPeople(places);
const book = new CaseBook(places, people);
const t=performance.now();
tellLive(book, now);
for (const m of book.matters) book.let(m, book.facts("zhou", now));
const n: Record<string, number> = {};
for (const m of book.matters) { const k = `${covers("340802001007", m.now.gridCode)} ${boardColumn(m.now, now)}`; n[k] = (n[k] ?? 0) + 1; }
console.log(n, book.matters.length, people.people.length, performance.now()-t);
console.log(new Set(book.opinions.map(o=>o.words)).size);
