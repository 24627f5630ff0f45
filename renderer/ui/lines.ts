/* Lines of a list that is edited as a whole, in the clerk's order. */

export function changeLine<Line>(lines: readonly Line[], place: number, set: Partial<Line>): Line[] {
  return lines.map((line, index) => (index === place ? { ...line, ...set } : line));
}

/** As it was where there is no such place. */
export function moveLine<Line>(lines: readonly Line[], place: number, by: number): Line[] {
  const line = lines[place];
  if (line === undefined || lines[place + by] === undefined) return [...lines];
  return lines.toSpliced(place, 1).toSpliced(place + by, 0, line);
}
