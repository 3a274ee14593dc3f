/**
 * A message of GraphQL about a document or its variables, without the values it quotes: what somebody typed into a wrong
 * field is often a name or a phone, and error texts are copied into tickets and logs.
 */
export function withoutValues(message: string): string {
  return message
    .replace(/(cannot represent[^:]*?) value: [\s\S]*$/, "$1 value.")
    .replace(/Value [\s\S]* does not exist in "(\w+)" enum\./, 'Value does not exist in "$1" enum.')
    .replace(/got invalid value [\s\S]*?( at "[^"]*")?; (?=(?:Expected|Exactly|Field|Value|Int|Float|String|Boolean|ID|Enum|[A-Z]\w* cannot)\b[^;]*$)/, "got an invalid value$1; ")
    .replace(/got invalid value [\s\S]*$/, "got an invalid value.")
    .replace(/Invalid value [\s\S]*?( at "[^"]*")?: /, "Invalid value$1: ")
    .replace(/Field "(?![_A-Za-z]\w*")[^"]*" (?=is not defined)/, "A field ")
    .replace(/ (Name|String|BlockString|Int|Float) "[\s\S]*"\.?$/, " $1.")
    .replace(/(Unexpected character|Invalid character[^:]*|Invalid number[^:]*): [\s\S]*$/, "$1.");
}
