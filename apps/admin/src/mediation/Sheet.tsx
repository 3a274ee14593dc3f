import { communityOf, namesIn } from "@bandeng/domain";
import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import { useQuery } from "urql";
import "../cases/case-print.css";
import type { MediationShownFragment } from "../graphql/graphql.ts";
import { formatFor } from "../words/format.ts";
import { mediationWords as w } from "../words/zh/mediation.ts";
import { committeeDocument } from "./mediation-documents.ts";
import "./mediation-print.css";
import { noonOf, numberOf, partyName } from "./mediation-text.ts";

export interface SheetProps {
  /** 人民调解协议书, 口头协议登记表 or the notice of the right to sue. */
  kind: "AGREEMENT" | "RECORD" | "NOTICE";
  mediation: MediationShownFragment;
  onPrinted: () => void;
}

const titles = { AGREEMENT: "人民调解协议书", RECORD: "人民调解口头协议登记表", NOTICE: "调解终止及诉讼权利告知书" };
// A paper of Chinese law is Chinese, whatever the page speaks.
const names = namesIn("zh");
const format = formatFor("zh");

/** On A4, beside the page, seen by the printer only. Printed as soon as the committee's name is here. */
export default function Sheet({ kind, mediation: m, onPrinted }: SheetProps) {
  const [{ data, error }] = useQuery({ query: committeeDocument, variables: { code: communityOf(m.case.gridCode) } });
  const isReady = data !== undefined || error !== undefined;
  useEffect(() => {
    if (!isReady) return;
    window.addEventListener("afterprint", onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", onPrinted);
  }, [isReady, onPrinted]);
  const committee = `${data?.area?.name ?? ""}人民调解委员会`;
  return createPortal(
    <div className="case-sheet mediation-sheet" aria-hidden="true" lang="zh-CN">
      <article>
        <header>
          <h1>{titles[kind]}</h1>
          <p>编号：{numberOf(m.no, w)}</p>
        </header>
        <PartyRows mediation={m} />
        {kind === "NOTICE" ? <Notice mediation={m} /> : <Agreed mediation={m} kind={kind} />}
        <Names mediation={m} kind={kind} committee={committee} />
      </article>
    </div>,
    document.body,
  );
}

/** 当事人基本情况: as far as they are known here, with room for what is written by hand. */
function PartyRows({ mediation: m }: Pick<SheetProps, "mediation">) {
  return (
    <>
      {m.parties.map((party) => (
        <p key={party.key}>
          当事人（{party.side}方）：{partyName(party, w)} <span className="blank" />　性别<span className="blank" style={{ minWidth: "12mm" }} />　联系方式<span className="blank" />　住址
          <span className="blank" />
        </p>
      ))}
    </>
  );
}

function Agreed({ mediation: m, kind }: Pick<SheetProps, "mediation" | "kind">) {
  const copies = m.parties.length + 1;
  return (
    <>
      {m.facts && (
        <Part title="纠纷主要事实、争议事项">
          <p>{m.facts}</p>
          <p>{m.issues}</p>
        </Part>
      )}
      {m.record && (
        <Part title="调解员记录">
          <p>{m.record}</p>
        </Part>
      )}
      <Part title="经调解，各方自愿达成如下协议">
        {m.terms.map((term, i) => (
          <p key={term.id} className="case-sheet-entry">
            {i + 1}. {term.what}
          </p>
        ))}
      </Part>
      <Part title="履行方式、时限">
        {m.terms.map((term, i) => (
          <p key={term.id}>
            第{i + 1}条由{partyName(m.parties.find(({ key }) => key === term.by), w)}在{format.date(noonOf(term.dueOn))}以前履行。
          </p>
        ))}
      </Part>
      <p style={{ marginTop: "4mm" }}>
        {kind === "AGREEMENT"
          ? `本协议一式${copies}份，当事人各执一份，人民调解委员会留存一份，自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。`
          : "口头调解协议自各方当事人达成协议之日起生效，本表由人民调解委员会留存。"}
        {m.confirmBy
          ? `各方认为有必要的，可以在${format.date(noonOf(m.confirmBy))}以前共同向人民法院申请司法确认。`
          : "各方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。"}
        {w.free}
      </p>
    </>
  );
}

function Notice({ mediation: m }: Pick<SheetProps, "mediation">) {
  return (
    <>
      <p style={{ marginTop: "6mm" }}>
        关于“{m.case.title}”一事，经本委员会调解，各方未能达成协议{m.endCause ? `（${names.mediationEndCause[m.endCause]}）` : ""}，现终止调解。
      </p>
      <p>根据《中华人民共和国人民调解法》第二十六条，告知各方：可以依法通过仲裁、行政、司法等途径维护自己的权利。</p>
      <p>{w.free}</p>
      {m.rightToSueNoticedAt && <p>告知时间：{format.dateTime(m.rightToSueNoticedAt)}</p>}
    </>
  );
}

function Names({ mediation: m, kind, committee }: Pick<SheetProps, "mediation" | "kind"> & { committee: string }) {
  const signed = kind === "NOTICE" ? "收到（签名）" : "（签名、盖章或者按指印）";
  return (
    <footer>
      <div className="names">
        {kind !== "RECORD" &&
          m.parties.map((party) => (
            <div key={party.key}>
              当事人（{party.side}方）{signed}：
              <br />
              <span className="blank" />
              <br />
              年　　月　　日
            </div>
          ))}
        {m.mediators.map((one) => (
          <div key={one.id}>
            人民调解员（签名）：{one.name} <span className="blank" />
            <br />
            年　　月　　日
          </div>
        ))}
      </div>
      <div className="names">
        <div>
          记录人（签名）：<span className="blank" />
        </div>
        <div>
          <div className="seal-place">（人民调解委员会印章）</div>
          {committee}
          <br />
          年　　月　　日
        </div>
      </div>
    </footer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
