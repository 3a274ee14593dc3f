/** In every payload, so that it is recognised wherever it turns up. */
export const MARK = "zq7";

/** What breaks out of a statement that is put together from text: quotes of all kinds, comments, more statements, other types, and what sleeps. */
export const sqlPayloads: readonly string[] = [
  `'${MARK}`, `''${MARK}`, `"${MARK}`, `\`${MARK}`, `\\'${MARK}`, `\\\\'${MARK}--`, `${MARK}'--`, `${MARK}')--`, `${MARK}'))) or true--`, `${MARK}' or '1'='1`,
  `${MARK}"; drop table cases; --`, `${MARK}'; drop table cases cascade; --`, `${MARK}'; delete from event; commit; --`, `${MARK}'; update cases set level = 5; --`,
  `${MARK}/*`, `*/${MARK}/*`, `${MARK}' union select null, null, null--`, `${MARK}' || (select password from auth.account limit 1) || '`,
  `${MARK}'; select pg_sleep(30); --`, `${MARK}' and (select 1 from pg_sleep(30)) is not null and '1'='1`, `1 and 1=(select 1 from pg_sleep(30)) --${MARK}`,
  `${MARK}ʼ or ʼ1ʼ=ʼ1`, `${MARK}＇ or ＇1＇=＇1`, `${MARK}´; --`, `¿' or 1=1--${MARK}`, `%${MARK}%`, `_${MARK}\\`, `${MARK}\\%'`,
  `\${${MARK}}`, `$1${MARK}`, `$$;drop table cases;$$${MARK}`, `$a$${MARK}$a$`, `{${MARK},"}`, `{"${MARK}`, `[1,${MARK})`, `{[1,2),${MARK}}`, `$.${MARK}[*] ? (@ == "x")`, `${MARK}::int8[]`,
  `'::jsonb->>'${MARK}`, `E'\\047${MARK}`, `U&'\\0027${MARK}'`, `${MARK}' AT TIME ZONE 'x`, `NaN${MARK}`, `infinity'${MARK}`, `01900000-0000-7000-8000-00000000000${MARK}`, `{01900000-0000-7000-8000-000000000000}${MARK}`,
  `${MARK}\n'--`, `${MARK}\r\n;`, `${MARK}${"'".repeat(5000)}`, `${"x".repeat(15_000)}'${MARK}`,
];
