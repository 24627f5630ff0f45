import type { RosterEntry, RosterPosition } from './model.ts';
import { alignedName, byPosition, printedPlace } from './printed-names.ts';

/* A roster as lines of an official paper: 主任：张×× 副市长, the label once, names below each other. */

const SPACE = '\u3000';
/** GB/T 9704-2012 cl. 5.2.3 and 7.3.3: 28 characters, of which a paragraph leaves two empty. */
const LINE = 26;
/** What is too narrow to be worth a column of its own turns at the margin, as any text does. */
const NARROWEST = 6;
const NEVER_FIRST = '、，。；：）)';

/** One paragraph each; places too long for their line go on below where they began. */
export function rosterLines(entries: readonly RosterEntry[], positions: readonly RosterPosition[]): string[] {
  const groups = byPosition(entries, positions);
  const labels = printedLabels(groups.map(({ position }) => position.name));
  return groups.flatMap(({ entries: held }, group) => {
    const label = labels[group] ?? '';
    return held.flatMap((entry, index) => {
      const head = `${index === 0 ? label : SPACE.repeat(label.length)}${alignedName(entry.name)}${SPACE}`;
      const [first = '', ...more] = turned(printedPlace(entry), LINE - head.length);
      return [`${head}${first}`, ...more.map((rest) => `${SPACE.repeat(head.length)}${rest}`)];
    });
  });
}

function turned(text: string, room: number): string[] {
  const characters = [...text];
  if (room < NARROWEST) return [text];
  const lines: string[] = [];
  while (characters.length > room) {
    let end = room;
    while (end > 1 && NEVER_FIRST.includes(characters[end] ?? '')) end -= 1;
    lines.push(characters.splice(0, end).join(''));
  }
  return [...lines, characters.join('')];
}

/**
 * All equally long, colon included: characters evenly apart where that works out for each of them, else with the room
 * behind the colon.
 */
function printedLabels(names: readonly string[]): string[] {
  const widest = Math.max(0, ...names.map(({ length }) => length));
  const spread = names.map((name) => evenlyApart(name, widest));
  if (spread.every((label) => label !== null)) return spread.map((label) => `${label}：`);
  return names.map((name) => `${name}：${SPACE.repeat(widest - name.length)}`);
}

function evenlyApart(name: string, width: number): string | null {
  const places = name.length - 1;
  const room = width - name.length;
  if (room === 0) return name;
  return places > 0 && room % places === 0 ? [...name].join(SPACE.repeat(room / places)) : null;
}
