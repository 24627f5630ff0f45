import { constants } from 'node:os';

/*
 * What may be told of values, settings and errors without telling what anybody wrote: numbers, lengths, and names that
 * the program itself has given. Whatever else stands there is left out; see tests/main/core/diagnosis.
 */

const MOST_ITEMS = 20;
/** As the program names what it keeps: backups.settings, exportFolder. */
const programName = /^[a-z][A-Za-z]{0,30}(\.[A-Za-z]{1,30}){0,3}$/;

/** A name that only the program can have given; others are shown by their length. */
export function ownName(name: string): string {
  return programName.test(name) ? name : lengthOf(name);
}

/** A setting with every text in it replaced by its length. */
export function withoutText(value: unknown): unknown {
  if (typeof value === 'string') return lengthOf(value);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(withoutText);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, MOST_ITEMS)
        .map(([name, each]) => [ownName(name), withoutText(each)]),
    );
  }
  return value;
}

function lengthOf(text: string): string {
  return `（${[...text].length} 个字）`;
}

const entryHead = /^([0-9A-Z]{6,12}) (\d{4}-\d\d-\d\dT[\d:.]+Z) (\S+)$/;
const errorKind = /^(?:Uncaught )?((?:[A-Z][a-z]+){0,4}Error)\b/;
const codeLine = /^\s*code: '((?:SQLITE|ERR)_[A-Z_]{2,40}|E[A-Z0-9]{2,15})',?$/;
const frame =
  /^\s+at (?:(?:async |new )*([\w$.<>]{1,80}) )?\(?(?:.*[/\\])?([\w.-]+\.(?:js|ts|mjs|cjs)):(\d+):(\d+)\)?$/;

/**
 * Lines of the error log that tell where the program went wrong: number, time, operation, kind of error, and the
 * places in the program. Messages may quote what was typed; none of them stays.
 */
export function errorsWithoutText(log: string): string[] {
  return log.split('\n').flatMap((line) => {
    const head = entryHead.exec(line);
    if (head !== null) return [`${head[1]} ${head[2]} ${ownName(head[3] ?? '')}`];
    const at = frame.exec(line);
    if (at !== null) return [`    ${at[1] ?? ''} ${at[2]}:${at[3]}:${at[4]}`];
    const told = errorKind.exec(line)?.[1] ?? knownCode(codeLine.exec(line)?.[1]);
    return told === undefined ? [] : [`  ${told}`];
  });
}

/** The system's own names for what went wrong; anything else in their place may have been typed. */
function knownCode(code: string | undefined): string | undefined {
  return code === undefined || !code.startsWith('E') || code.startsWith('ERR_') || code in constants.errno
    ? code
    : undefined;
}
