import type { Problem } from '../problem.ts';

/** Shows a problem where the clerk has just pressed a button; false: it is not this place's. */
export type ProblemPlace = (problem: Problem) => boolean;

/** Dialogs that are open, the one below before the one above. */
const places: ProblemPlace[] = [];

/** The place is asked from now on, before those that were there earlier. @returns what ends it */
export function addProblemPlace(place: ProblemPlace): () => void {
  places.push(place);
  return () => {
    const index = places.indexOf(place);
    if (index !== -1) places.splice(index, 1);
  };
}

/** False: no place took it, and it is to be said above the page. */
export function showAtPlace(problem: Problem): boolean {
  return places.toReversed().some((place) => place(problem));
}
