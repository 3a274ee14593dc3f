import type { FigureFragment, MonthReportQuery } from "../graphql/graphql.ts";
import { dashboardWords } from "../dashboard/dashboard-words.ts";
import { figureText } from "../dashboard/figure-text.ts";
import { formatFor } from "../words/format.ts";
import { reportsWords } from "./reports-words.ts";

export type MonthReport = MonthReportQuery["monthReport"];

const [zh, en, dash, dashEn] = [reportsWords.zh, reportsWords.en, dashboardWords.zh, dashboardWords.en];
const format = formatFor("zh");

/** A name in Chinese, with its English small beside it: the paper is read by both. */
function Both({ first, second }: { first: string; second: string }) {
  return (
    <>
      {first} <small lang="en">{second}</small>
    </>
  );
}

function Marks({ figure }: { figure: FigureFragment }) {
  const marks = [...(figure.preliminary ? [dash.preliminary] : []), ...(figure.provisional ? [dash.provisional] : [])];
  return figure.hidden ? null : <>{marks.join("、")}</>;
}

function FigureRows({ caption, captionEn, figures }: { caption: string; captionEn: string; figures: readonly FigureFragment[] }) {
  return (
    <section>
      <h3>
        <Both first={caption} second={captionEn} />
      </h3>
      <table>
        <thead>
          <tr>
            {([[zh.indicator, en.indicator], [zh.value, en.value], [zh.basis, en.basis], [zh.note, en.note]] as const).map(([first, second], i) => (
              <th key={first} scope="col" className={i === 1 || i === 2 ? "number" : ""}>
                <Both first={first} second={second} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const { value, basis } = figureText(figure, dash, format);
            return (
              <tr key={figure.key}>
                <th scope="row">
                  <Both first={dash.names[figure.key]} second={dashEn.names[figure.key]} />
                </th>
                <td className="number">{value}</td>
                <td className="number">{figure.value == null ? "" : basis}</td>
                <td>
                  <Marks figure={figure} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function ByRows({ caption, captionEn, rows }: { caption: string; captionEn: string; rows: MonthReport["byArea"] }) {
  const [first] = rows;
  if (!first) return null;
  return (
    <section>
      <h3>
        <Both first={caption} second={captionEn} />
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Both first={zh.rowName} second={en.rowName} />
            </th>
            {first.indicators.map(({ key }) => (
              <th key={key} scope="col" className="number">
                <Both first={dash.names[key]} second={dashEn.names[key]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, indicators }) => (
            <tr key={key}>
              <th scope="row">{name || dash.unnamed}</th>
              {indicators.map((figure) => {
                const { value, basis } = figureText(figure, dash, format);
                return (
                  <td key={figure.key} className="number">
                    {value} {figure.unit === "SHARE" && figure.value != null && <small>{basis}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The report as it is printed: Chinese first, English beside it. */
export function ReportPaper({ report, asOf }: { report: MonthReport; asOf: string | undefined }) {
  const [year, month] = [report.month.slice(0, 4), Number(report.month.slice(5))];
  return (
    <>
      <h2>
        {report.areaName} {zh.monthIs(year, month)}
        {zh.paper}
      </h2>
      <p className="under">
        <small lang="en">
          {en.paper}, {en.monthIs(year, month)}
        </small>
        <br />
        {asOf === undefined ? zh.knownNow(format.dateTime(report.asOf)) : zh.knownAt(format.date(`${asOf}T12:00:00+08:00`))}
      </p>
      {report.year.length > 0 && <FigureRows caption={zh.year} captionEn={en.year} figures={report.year} />}
      <FigureRows caption={zh.figures} captionEn={en.figures} figures={report.indicators} />
      <ByRows caption={zh.byArea} captionEn={en.byArea} rows={report.byArea} />
      <ByRows caption={zh.byKind} captionEn={en.byKind} rows={report.byKind} />
      <ByRows caption={zh.byCategory} captionEn={en.byCategory} rows={report.byCategory} />
      <p className="signs">
        <span>{zh.signed}：＿＿＿＿＿＿</span>
        <span>{zh.reviewed}：＿＿＿＿＿＿</span>
      </p>
    </>
  );
}
